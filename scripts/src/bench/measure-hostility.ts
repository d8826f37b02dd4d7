import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { supergraphOf } from "@maillon/schema/compose";
import { LOOPBACK } from "../loopback.ts";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import { classicChain } from "./classic-chain.ts";
import { type Contender, startContender } from "./contender.ts";
import { type Figure, inMilliseconds } from "./figure.ts";
import { HOSTILE_SDL, startHostilePartner } from "./hostile-partner.ts";
import { measureDocuments } from "./measure-documents.ts";
import { type Neighbours, measureNeighbours } from "./measure-neighbours.ts";

/** Milliseconds that the gateway gives an operation. */
const DEADLINE = 10_000;

/** Measures what hostile documents and a hostile partner cost everybody else. */
export async function measureHostility(folder: string, quick: boolean): Promise<Figure[]> {
  const script = join(repositoryRoot, "scripts/src/bench/serve-classic-chain.ts");
  const honest = await startContender({ name: "subgraphs", script, nodeFlags });
  const partner = await startHostilePartner();
  const gateway = await startGateway(folder, honest.url, partner.process.url);
  const neighbours = { gateway, partner, quick };
  try {
    return [
      ...(await measureDocuments(gateway, quick)),
      await measureDeadline(neighbours),
      ...(await measureNeighbours(neighbours)),
    ];
  } finally {
    for (const each of [gateway, partner.process, honest]) each.stop();
  }
}

/** The figures as a table. */
export function renderHostility(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, figure, promise }) => `| ${what} | ${figure} | ${promise} |`);
  return ["| hostile | measured | promised |", "| --- | --- | --- |", ...rows].join("\n");
}

async function startGateway(folder: string, honest: string, hostile: string): Promise<Contender> {
  const supergraph = join(folder, "hostile.graphql");
  await writeFile(
    supergraph,
    supergraphOf([
      ...classicChain.map(({ name, sdl }) => ({ name, sdl, url: `${honest}/${name}` })),
      { name: "hostile", sdl: HOSTILE_SDL, url: hostile },
    ]),
  );
  const watch = join(repositoryRoot, "scripts/src/bench/watch-gateway.ts");
  return startContender({
    name: "gateway",
    script: join(repositoryRoot, "gateway/src/main.ts"),
    nodeFlags: [...nodeFlags, "--import", watch],
    env: {
      GATEWAY_OPEN: "1",
      GATEWAY_SUPERGRAPH: supergraph,
      GATEWAY_PORT: "0",
      GATEWAY_LOG_LEVEL: "silent",
      GATEWAY_SUBGRAPH_NETWORKS: LOOPBACK,
    },
  });
}

async function measureDeadline({ gateway, partner }: Neighbours): Promise<Figure> {
  await partner.behave("never");
  const start = performance.now();
  await gateway.ask("{ hostile(n: 0) users { id } }");
  const late = performance.now() - start - DEADLINE;
  return {
    what: "a partner that never answers: the rest is answered after the deadline by",
    figure: inMilliseconds(late),
    promise: "at most 100 ms",
  };
}
