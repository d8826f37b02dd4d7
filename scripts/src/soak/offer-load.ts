import { setTimeout as sleep } from "node:timers/promises";
import type { Outcome } from "./ask-pages.ts";

/** One answered request. */
export interface Sample {
  /** When it was due, in milliseconds of `performance.now()`. */
  readonly due: number;
  /** Milliseconds from then to the answer. */
  readonly latency: number;
  readonly outcome: Outcome;
}

interface Load {
  readonly ask: () => Promise<Outcome>;
  /** Requests in a second. */
  readonly rate: number;
  /** Ends the load; what is under way is waited for. */
  readonly until: AbortSignal;
}

/**
 * Offers load at a fixed rate, whether or not the answers keep up: users do not wait for each other. A latency counts
 * from the moment a request was due, so that a pause of the gateway is felt by all who came during it.
 */
export async function offerLoad({ ask, rate, until }: Load): Promise<Sample[]> {
  const samples: Sample[] = [];
  const running = new Set<Promise<void>>();
  const answer = async (due: number): Promise<void> => {
    const outcome = await ask();
    samples.push({ due, latency: performance.now() - due, outcome });
  };
  const start = performance.now();
  for (let sent = 0; !until.aborted; sent += 1) {
    const due = start + (sent * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    const answered = answer(due).finally(() => running.delete(answered));
    running.add(answered);
  }
  await Promise.all(running);
  return samples;
}

/** The highest rate that is answered, in requests a second: as many as a few clients get who ask without a pause. */
export async function highestRate(ask: () => Promise<Outcome>, seconds: number): Promise<number> {
  const start = performance.now();
  let answered = 0;
  const client = async (): Promise<void> => {
    while (performance.now() - start < seconds * 1000) {
      await ask();
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (answered * 1000) / (performance.now() - start);
}

/** Enough to keep the gateway and its subgraphs busy at once. */
const CLIENTS = 16;
