import type { Run } from "./run.ts";
import type { SubgraphCall } from "./subgraph-call.ts";

/** Performs calls, each as soon as those that it waits for have ended; resolves when all have. */
export async function runCalls(calls: readonly SubgraphCall[], run: Run): Promise<void> {
  const ended: Promise<void>[] = [];
  for (const call of calls) {
    const waits = call.after.flatMap((index) => ended[index] ?? []);
    ended.push(waits.length > 0 ? Promise.all(waits).then(() => call.perform(run)) : call.perform(run));
  }
  await Promise.all(ended);
}
