import { isDeepStrictEqual } from "node:util";
import type { Contender } from "./contender.ts";

/** What one contender needed for one operation. */
export interface Measured {
  readonly name: string;
  /** Milliseconds of CPU of the whole process for one operation, with all rounds together. */
  readonly cpu: number;
  /** Operations answered in a second, with all rounds together. */
  readonly rate: number;
  readonly subgraphRequests: number;
  readonly subgraphBytes: number;
}

interface Measuring {
  readonly contenders: readonly Contender[];
  readonly subgraphs: Contender;
  readonly query: string;
  readonly rounds: number;
  /** Operations of one contender in one round. */
  readonly operations: number;
}

/** Operations before anything is timed; with fewer the compilers of all contenders would still be at work. */
const WARM_UP = 300;
/** Operations that are under way at the same time. */
const CONCURRENT = 8;

/**
 * Measures contenders in many short turns, so that what else the machine does falls on all of them. Nothing
 * is timed before all have been warmed up and have given the same answer.
 */
export async function measure(measuring: Measuring): Promise<Measured[]> {
  const { contenders, query, rounds, operations } = measuring;
  for (const contender of contenders) await askMany(contender, query, WARM_UP);
  await requireEqualAnswers(contenders, query);
  const counts: Awaited<ReturnType<typeof readCounts>>[] = [];
  for (const contender of contenders) counts.push(await countRequests(measuring, contender));
  const runs = contenders.map((contender) => ({ contender, cpu: 0, seconds: 0 }));
  for (let round = 0; round < rounds; round += 1)
    for (const run of inTurnsOf(round, runs)) {
      const [cpu, start] = [await run.contender.cpu(), performance.now()];
      await askMany(run.contender, query, operations);
      run.seconds += (performance.now() - start) / 1000;
      run.cpu += (await run.contender.cpu()) - cpu;
    }
  return runs.map(({ contender: { name }, cpu, seconds }, index) => ({
    name,
    cpu: (cpu * 1000) / (rounds * operations),
    rate: (rounds * operations) / seconds,
    subgraphRequests: counts[index]?.requests ?? 0,
    subgraphBytes: counts[index]?.bytes ?? 0,
  }));
}

/**
 * Who comes after whom changes from round to round: what one leaves behind in the machine falls on each of
 * the others.
 */
function inTurnsOf<Run>(round: number, runs: readonly Run[]): Run[] {
  const first = round % runs.length;
  const turns = [...runs.slice(first), ...runs.slice(0, first)];
  return round % 2 === 0 ? turns : turns.toReversed();
}

async function askMany(contender: Contender, query: string, operations: number): Promise<void> {
  let left = operations;
  const client = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await contender.ask(query);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENT }, client));
}

async function requireEqualAnswers(contenders: readonly Contender[], query: string): Promise<void> {
  const answers = await Promise.all(contenders.map(({ ask }) => ask(query)));
  const [first, ...others] = answers.map((answer) => JSON.parse(answer) as { data?: unknown });
  for (const [index, other] of others.entries())
    if (!first?.data || !isDeepStrictEqual(first, other))
      throw new Error(
        `${contenders[0]?.name} and ${contenders[index + 1]?.name} answer differently:\n${answers[0]?.slice(0, 300)}\n${answers[index + 1]?.slice(0, 300)}`,
      );
}

async function countRequests(
  { subgraphs, query }: Measuring,
  contender: Contender,
): Promise<{ requests: number; bytes: number }> {
  await readCounts(subgraphs);
  await contender.ask(query);
  return readCounts(subgraphs);
}

function readCounts({ process: child }: Contender): Promise<{ requests: number; bytes: number }> {
  return new Promise((resolve) => {
    child.once("message", (counts: { requests: number; bytes: number }) => resolve(counts));
    child.send("count");
  });
}
