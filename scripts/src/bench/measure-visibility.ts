import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { supergraphOf } from "@maillon/schema/compose";
import { company } from "@maillon/schema/testing";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import { type Contender, type ContenderOptions, startContender } from "./contender.ts";
import { createBenchIdentity } from "./identity.ts";
import { manyOrders, manyOrdersQuery } from "./many-orders.ts";
import { measure } from "./measure.ts";
import { orderPageChain, orderPageQuery } from "./order-page.ts";
import { withoutVisibility } from "./without-visibility.ts";

/** What one page costs with visibility, and with the same supergraph that protects nothing. */
export interface VisibilityCost {
  readonly page: string;
  /** Milliseconds of CPU of the whole gateway process for one operation. */
  readonly on: number;
  readonly off: number;
}

interface Page {
  readonly name: string;
  readonly supergraph: string;
  readonly query: string;
  readonly operations: number;
}

/**
 * Measures gateways with and without visibility in turns; both give the same answer, for the viewer may see
 * all of it.
 */
export async function measureVisibility(folder: string, rounds: number): Promise<VisibilityCost[]> {
  const started: Contender[] = [];
  const start = async (options: ContenderOptions) => {
    const contender = await startContender(options);
    started.push(contender);
    return contender;
  };
  try {
    const subgraphs = await start({
      name: "subgraphs",
      script: script("serve-visible-chains.ts"),
      nodeFlags,
    });
    const costs: VisibilityCost[] = [];
    for (const page of await pages()) {
      const contenders = await startBoth(page, { folder, url: subgraphs.url, start });
      const { query, operations } = page;
      const [on, off] = await measure({ contenders, subgraphs, query, rounds, operations });
      costs.push({ page: page.name, on: on?.cpu ?? 0, off: off?.cpu ?? 0 });
    }
    return costs;
  } finally {
    for (const contender of started) contender.stop();
  }
}

/** The table of the costs, in Markdown. */
export function renderVisibility(costs: readonly VisibilityCost[]): string {
  const rows = costs.map(
    ({ page, on, off }) =>
      `| ${page} | ${on.toFixed(2)} ms | ${off.toFixed(2)} ms | ${(on / off).toFixed(2)} |`,
  );
  return ["| page | CPU with visibility | without | ratio |", "| --- | --- | --- | --- |", ...rows].join(
    "\n",
  );
}

async function pages(): Promise<Page[]> {
  return [
    {
      name: "5,000 objects with 5 protected fields each",
      supergraph: supergraphOf([{ ...manyOrders, url: "" }]),
      query: manyOrdersQuery,
      operations: 20,
    },
    {
      name: "the demo chain's page of orders",
      supergraph: await readFile(join(repositoryRoot, "schema/supergraph.graphql"), "utf8"),
      query: orderPageQuery,
      operations: 200,
    },
  ];
}

interface Starting {
  readonly folder: string;
  readonly url: string;
  readonly start: (options: ContenderOptions) => Promise<Contender>;
}

async function startBoth(page: Page, { folder, url, start }: Starting): Promise<Contender[]> {
  const identity = await createBenchIdentity(folder, company("integra"));
  const names = [manyOrders, ...orderPageChain].map(({ name }) => name);
  const urls = names.map((name) => [`SUBGRAPH_URL_${name.toUpperCase()}`, `${url}/${name}`] as const);
  const gateway = async (name: string, supergraph: string) => {
    const file = join(folder, `${name}.graphql`);
    await writeFile(file, supergraph);
    return start({
      name: `${page.name}, ${name}`,
      script: join(repositoryRoot, "gateway/src/main.ts"),
      nodeFlags,
      env: {
        ...identity.env,
        ...Object.fromEntries(urls),
        GATEWAY_SUPERGRAPH: file,
        GATEWAY_PORT: "0",
        GATEWAY_LOG_LEVEL: "silent",
      },
      headers: { authorization: `Bearer ${identity.token}` },
    });
  };
  return [
    await gateway("with-visibility", page.supergraph),
    await gateway("without-visibility", withoutVisibility(page.supergraph)),
  ];
}

function script(name: string): string {
  return join(repositoryRoot, "scripts/src/bench", name);
}
