import type { Absence } from "./disturb.ts";
import type { Sample } from "./offer-load.ts";

/** How requests were answered. */
export interface OutcomeCounts {
  readonly complete: number;
  readonly partial: number;
  readonly failed: number;
  /** Those of the failed ones that were partial without a reason. */
  readonly unexplained: number;
}

/** Counts the answers; a partial one is right only if a subgraph was away while it was made. */
export function countOutcomes(samples: readonly Sample[], absences: readonly Absence[]): OutcomeCounts {
  const whileAway = ({ due, latency }: Sample): boolean =>
    absences.some(({ from, to }) => due < to && due + latency > from);
  const count = (fits: (sample: Sample) => boolean): number => samples.filter(fits).length;
  const unexplained = count((sample) => sample.outcome === "partial" && !whileAway(sample));
  return {
    complete: count(({ outcome }) => outcome === "complete"),
    partial: count(({ outcome }) => outcome === "partial") - unexplained,
    failed: count(({ outcome }) => outcome === "failed") + unexplained,
    unexplained,
  };
}
