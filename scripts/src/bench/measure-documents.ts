import { once } from "node:events";
import { type DrawNumber, drawFrom, hostileDocument } from "@maillon/schema/testing";
import type { Contender } from "./contender.ts";
import { type Figure, inMilliseconds } from "./figure.ts";

/** What the gateway's process tells of itself; see watch-gateway.ts. */
interface Watched {
  readonly block: number;
  readonly spent: readonly number[];
}

/** Measures what hostile documents cost a gateway, one after the other. */
export async function measureDocuments(gateway: Contender, quick: boolean): Promise<Figure[]> {
  const count = quick ? 300 : 10_000;
  const draw = drawFrom(7);
  await askDocuments(gateway, quick ? 100 : 2_000, draw);
  await watched(gateway);
  const answers = await askDocuments(gateway, count, draw);
  const { block, spent } = await watched(gateway);
  if (spent.length !== count) throw new Error(`${spent.length} requests were watched, ${count} were sent`);
  const refusals = spent.filter((_, index) => answers[index]?.startsWith('{"errors"'));
  return [
    { what: `${count} documents: crashes`, figure: String(answers.filter(isCrash).length), promise: "0" },
    { what: "their worst block of the event loop", figure: inMilliseconds(block), promise: "at most 100 ms" },
    {
      // The clock of a thread's CPU advances in steps that are longer than most refusals take: only the mean
      // tells something.
      what: `CPU from the request to its refusal, mean of ${refusals.length}`,
      figure: inMilliseconds(refusals.reduce((total, each) => total + each, 0) / refusals.length),
      promise: "well below 1 ms",
    },
  ];
}

async function askDocuments(gateway: Contender, count: number, draw: DrawNumber): Promise<string[]> {
  const answers: string[] = [];
  while (answers.length < count) answers.push(await gateway.ask(hostileDocument(draw)));
  return answers;
}

function isCrash(answer: string): boolean {
  return answer.includes("INTERNAL_SERVER_ERROR") || !answer.startsWith("{");
}

async function watched({ process: child }: Contender): Promise<Watched> {
  const told = once(child, "message");
  child.send("watched");
  const [answer] = (await told) as [Watched];
  return answer;
}
