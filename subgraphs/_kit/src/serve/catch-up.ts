import { setTimeout as sleep } from "node:timers/promises";
import { type AgreementsInForce, sequenceOf } from "@maillon/schema/policy";

/** Within so many milliseconds a change of the ledger reaches everybody. */
const PATIENCE = 2_000;
/** Milliseconds between two looks. */
const PAUSE = 10;

/**
 * Waits until the operator knows as much as the gateway by whose word it is asked, which may have heard of a change a
 * moment before. Resolves with false when it does not know what is in force, or hears of the change too late.
 *
 * @param epoch by which the gateway decides; undefined: nothing
 */
export async function catchUp(
  agreements: () => AgreementsInForce | undefined,
  epoch: number | undefined,
): Promise<boolean> {
  const wanted = sequenceOf(epoch ?? 0);
  const deadline = performance.now() + PATIENCE;
  for (;;) {
    const known = agreements();
    if (!known) return false;
    if (sequenceOf(known.epoch) >= wanted) return true;
    if (performance.now() > deadline) return false;
    await sleep(PAUSE);
  }
}
