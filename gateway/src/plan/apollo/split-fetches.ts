import type { Fetch, Plan } from "../plan.ts";

/** Replaces each fetch of a plan by its parts; what waited for the fetch waits for all of them. */
export function splitFetches(plan: Plan, split: (fetch: Fetch) => readonly Fetch[]): Plan {
  const fetches: Fetch[] = [];
  const partsOf: number[][] = [];
  for (const fetch of plan.fetches) {
    const after = fetch.after.flatMap((index) => partsOf[index] ?? []);
    const parts = split(fetch).map((part) => ({ ...part, after }));
    partsOf.push(parts.map((_, offset) => fetches.length + offset));
    fetches.push(...parts);
  }
  return { fetches };
}
