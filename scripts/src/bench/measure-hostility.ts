import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { composeSupergraph } from "@maillon/schema/compose";
import { drawFrom, hostileDocument } from "@maillon/schema/testing";
import { LOOPBACK } from "../loopback.ts";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import { classicChain } from "./classic-chain.ts";
import { type Contender, startContender } from "./contender.ts";
import { type Behaviour, HOSTILE_SDL, type HostileSubgraph, startHostilePartner } from "./hostile-partner.ts";

/** One figure beside what is promised of it. */
export interface Figure {
  readonly what: string;
  readonly figure: string;
  readonly promise: string;
}

interface Hostility {
  readonly gateway: Contender;
  readonly partner: HostileSubgraph;
  readonly quick: boolean;
}

/** An operation of an honest company alone. */
const HONEST = "{ users { id name } }";
const TROUBLES: readonly Behaviour[] = ["never", "drips", "sends 9 MB", "sends a bomb", "resets"];
/** Requests that wait for the hostile partner at any time. */
const WAITING = 16;
/** Milliseconds between an answer and the next request of each: they are not to be the trouble themselves. */
const PAUSE = 20;
/** Milliseconds that the gateway gives an operation. */
const DEADLINE = 10_000;

/** Measures what hostile documents and a hostile partner cost everybody else. */
export async function measureHostility(folder: string, quick: boolean): Promise<Figure[]> {
  const script = join(repositoryRoot, "scripts/src/bench/serve-classic-chain.ts");
  const honest = await startContender({ name: "subgraphs", script, nodeFlags });
  const partner = await startHostilePartner();
  const gateway = await startGateway(folder, honest.url, partner.process.url);
  const hostility = { gateway, partner, quick };
  try {
    return [
      ...(await measureDocuments(hostility)),
      await measureDeadline(hostility),
      ...(await measureNeighbours(hostility)),
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
  const composition = composeSupergraph([
    ...classicChain.map(({ name, sdl }) => ({ name, sdl, url: `${honest}/${name}` })),
    { name: "hostile", sdl: HOSTILE_SDL, url: hostile },
  ]);
  if (!composition.ok) throw new Error("The chain with a hostile partner does not compose");
  const supergraph = join(folder, "hostile.graphql");
  await writeFile(supergraph, composition.supergraph);
  const watch = join(repositoryRoot, "scripts/src/bench/watch-event-loop.ts");
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

async function measureDocuments({ gateway, quick }: Hostility): Promise<Figure[]> {
  const count = quick ? 300 : 10_000;
  const draw = drawFrom(7);
  for (let index = 0; index < (quick ? 50 : 500); index += 1) await gateway.ask(hostileDocument(draw));
  await worstBlock(gateway);
  const times: number[] = [];
  let failed = 0;
  for (let index = 0; index < count; index += 1) {
    const document = hostileDocument(draw);
    const start = performance.now();
    const answer = await gateway.ask(document);
    times.push(performance.now() - start);
    if (answer.includes("INTERNAL_SERVER_ERROR") || !answer.startsWith("{")) failed += 1;
  }
  const block = await worstBlock(gateway);
  return [
    { what: `${count} documents: crashes`, figure: String(failed), promise: "0" },
    { what: "their worst block of the event loop", figure: inMilliseconds(block), promise: "at most 100 ms" },
    { what: "round trip of one, median", figure: inMilliseconds(quantile(times, 0.5)), promise: "" },
    {
      what: "round trip of one, 99th percentile",
      figure: inMilliseconds(quantile(times, 0.99)),
      promise: "",
    },
  ];
}

async function worstBlock({ process: child }: Contender): Promise<number> {
  const told = once(child, "message");
  child.send("block");
  const [{ block }] = (await told) as [{ block: number }];
  return block;
}

async function measureDeadline({ gateway, partner }: Hostility): Promise<Figure> {
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

async function measureNeighbours(hostility: Hostility): Promise<Figure[]> {
  await measureHonest(hostility, "honest");
  const usual = await measureHonest(hostility, "honest");
  const figures: Figure[] = [];
  for (const behaviour of TROUBLES) {
    const troubled = await measureHonest(hostility, behaviour);
    figures.push({
      what: `a partner that ${behaviour === "never" ? "never answers" : behaviour}: the others' p99`,
      figure: `${inMilliseconds(troubled)}, ${(troubled / usual).toFixed(2)} of ${inMilliseconds(usual)}`,
      promise: "at most 1.5 of it",
    });
  }
  return figures;
}

/** The 99th percentile of an honest company's operation while others wait for the partner, in milliseconds. */
async function measureHonest({ gateway, partner, quick }: Hostility, behaviour: Behaviour): Promise<number> {
  await partner.behave(behaviour);
  const ended = new AbortController();
  let asked = 0;
  const bother = async (): Promise<void> => {
    // Another argument each time, or the gateway would ask the partner once for all.
    while (!ended.signal.aborted) {
      await gateway.ask("query ($n: Int) { hostile(n: $n) }", { n: (asked += 1) });
      await sleep(PAUSE);
    }
  };
  const bothering = Array.from({ length: WAITING }, bother);
  const times: number[] = [];
  for (let count = 0; count < (quick ? 100 : 5_000); count += 1) {
    const start = performance.now();
    await gateway.ask(HONEST);
    times.push(performance.now() - start);
  }
  ended.abort();
  await Promise.all(bothering);
  return quantile(times, 0.99);
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0;
}

function inMilliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
