import type { Ledger } from "./ledger.ts";

/** The moments at which what is in force changes by itself, in ascending order. */
export function boundariesOf({ agreements, disclosures }: Ledger): number[] {
  const moments = [
    ...agreements.flatMap(({ validFrom, validUntil, terminatedAt, revokedAt, signatures }) => [
      validFrom,
      validUntil,
      terminatedAt,
      revokedAt,
      ...signatures.map((each) => each.at),
    ]),
    ...disclosures.flatMap(({ from, until }) => [from, until]),
  ];
  const times = moments.filter((each) => each !== undefined).map((each) => Date.parse(each));
  return [...new Set(times)].toSorted((a, b) => a - b);
}

// Room for a million boundaries between two changes of the ledger; the sum stays exact up to 8 thousand
// million changes.
const BOUNDARIES_PER_CHANGE = 2 ** 20;

/** The epoch at a moment: it rises with every change of the ledger, and whenever time alone changes what is in force. */
export function epochOf(ledger: Ledger, at: number): number {
  const passed = boundariesOf(ledger).filter((each) => each <= at).length;
  return ledger.sequence * BOUNDARIES_PER_CHANGE + passed;
}

/** The sequence of the ledger that an epoch is of. */
export function sequenceOf(epoch: number): number {
  return Math.floor(epoch / BOUNDARIES_PER_CHANGE);
}
