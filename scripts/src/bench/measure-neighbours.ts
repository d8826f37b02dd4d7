import { setTimeout as sleep } from "node:timers/promises";
import type { Contender } from "./contender.ts";
import { type Figure, inMilliseconds, quantile } from "./figure.ts";
import type { Behaviour, HostileSubgraph } from "./hostile-partner.ts";

/** Who takes part. */
export interface Neighbours {
  readonly gateway: Contender;
  readonly partner: HostileSubgraph;
  readonly quick: boolean;
}

/** An operation of an honest company alone. */
const HONEST = "{ users { id name } }";
const TROUBLES: Readonly<Partial<Record<Behaviour, string>>> = {
  never: "never answers",
  drips: "drips",
  "sends 9 MB": "sends 9 MB",
  "sends a bomb": "sends a bomb",
  "hides a bomb": "sends a bomb that says it is small",
  resets: "resets connections",
};
/** Requests that wait for the partner at any time. */
const WAITING = 16;
/** Milliseconds between an answer and the next request of each: they are not to be the trouble themselves. */
const PAUSE = 20;
/** Milliseconds that a partner misbehaves before anything is timed: what it does once is not what it costs. */
const SETTLING = 1_000;

/**
 * Measures how long an honest company's operations take while others wait for a partner. For each trouble the
 * partner is honest and troublesome in turns, so that what else the machine does falls on both.
 */
export async function measureNeighbours(neighbours: Neighbours): Promise<Figure[]> {
  const { quick } = neighbours;
  const turn = { operations: quick ? 100 : 300 };
  await timeHonest(neighbours, "honest", { operations: quick ? 500 : 5_000 });
  const figures: Figure[] = [];
  for (const [behaviour, words] of Object.entries(TROUBLES) as [Behaviour, string][]) {
    const [usual, troubled]: [number[], number[]] = [[], []];
    for (let round = 0; round < (quick ? 2 : 4); round += 1) {
      usual.push(...(await timeHonest(neighbours, "honest", turn)));
      troubled.push(...(await timeHonest(neighbours, behaviour, turn)));
    }
    const [p99, before] = [quantile(troubled, 0.99), quantile(usual, 0.99)];
    figures.push({
      what: `a partner that ${words}: the others' p99`,
      figure: `${inMilliseconds(p99)}, ${(p99 / before).toFixed(2)} of ${inMilliseconds(before)}`,
      promise: "at most 1.5 of it",
    });
  }
  return figures;
}

/** How long each of some operations of an honest company takes while others wait for the partner, in milliseconds. */
async function timeHonest(
  { gateway, partner }: Neighbours,
  behaviour: Behaviour,
  { operations }: { readonly operations: number },
): Promise<number[]> {
  await partner.behave(behaviour);
  if (behaviour === "honest") await untilItAnswers(gateway);
  const ended = new AbortController();
  const bothering = Array.from({ length: WAITING }, () => bother(gateway, ended.signal));
  await sleep(SETTLING);
  const times: number[] = [];
  while (times.length < operations) {
    const start = performance.now();
    await gateway.ask(HONEST);
    times.push(performance.now() - start);
  }
  ended.abort();
  await Promise.all(bothering);
  return times;
}

let asked = 0;

/** Asks the partner, again and again. */
async function bother(gateway: Contender, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Another argument each time, or the gateway would ask the partner once for all.
    const variables = { n: (asked += 1) };
    await gateway.ask("query ($n: Int) { hostile(n: $n) }", variables, signal).catch(() => undefined);
    await sleep(PAUSE);
  }
}

/** A partner that failed is left alone for a while. */
async function untilItAnswers(gateway: Contender): Promise<void> {
  while (!(await gateway.ask("{ hostile }")).includes('"hostile":"x"')) await sleep(100);
}
