import { inForce, type AgreementsInForce } from "./agreements-in-force.ts";
import { boundariesOf } from "./epoch.ts";
import type { Ledger } from "./ledger.ts";
import { FLOOR_LIMITS, type FloorLimits } from "./lint-clauses.ts";

/** A ledger older than this many milliseconds is not believed: a revocation could be missing. */
export const LEDGER_LIFETIME = 10_000;

/** A ledger that is asked again and again. */
export interface OpenLedger {
  /** What is in force; the same object until the next boundary. */
  readonly at: (now: number) => AgreementsInForce;
  /** False once the ledger is too old to be believed: then protected classes are refused. */
  readonly fresh: (now: number) => boolean;
}

/** Sorts the boundary times of a ledger in advance, so that asking costs a comparison. */
export function openLedger(ledger: Ledger, limits: FloorLimits = FLOOR_LIMITS): OpenLedger {
  const boundaries = boundariesOf(ledger);
  const issued = Date.parse(ledger.issuedAt);
  let known: AgreementsInForce | undefined;
  let [from, until] = [Infinity, -Infinity];
  return {
    fresh: (now) => now - issued <= LEDGER_LIFETIME,
    at: (now) => {
      if (known && from <= now && now < until) return known;
      from = boundaries.findLast((each) => each <= now) ?? -Infinity;
      until = boundaries.find((each) => each > now) ?? Infinity;
      known = inForce(ledger, now, limits);
      return known;
    },
  };
}
