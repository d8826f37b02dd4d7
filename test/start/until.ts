import { setTimeout as sleep } from "node:timers/promises";

/** Long enough for a machine that has much else to do. */
const PATIENCE = 100_000;

/** Asks again until the answer fits; throws, with the last answer, when none did in all that time. */
export async function until<Result>(
  ask: () => Promise<Result>,
  fits: (result: Result) => boolean,
): Promise<Result> {
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const result = await ask();
    if (fits(result)) return result;
    if (performance.now() > deadline)
      throw new Error(`Waited in vain; the last answer: ${JSON.stringify(result)}`);
    await sleep(100);
  }
}
