import type { Failures } from "./failures.ts";
import { type GatheredObject, isObject } from "./gathered.ts";

/** Decides which of two `__typename`s an object keeps; throws nothing, a conflict is found by the key echo. */
export interface Merging {
  readonly failures: Failures;
  /** Whether a type name stands for several types, so that a more exact one may replace it. */
  readonly isAbstract: (typename: string) => boolean;
}

/** Adds what one answer says about an object to what is known of it. */
export function mergeObject(into: GatheredObject, from: GatheredObject, merging: Merging): void {
  // Projected objects inherit nothing that is enumerable.
  for (const key in from) {
    const value = from[key];
    const known = into[key];
    if (known === value) continue;
    if (known === undefined || known === null) into[key] = value;
    else if (key === "__typename") into[key] = moreExact(known, value, merging);
    else mergeValue(known, value, merging);
  }
  if (!merging.failures.none) merging.failures.inherit(into, from);
}

function moreExact(known: unknown, value: unknown, { isAbstract }: Merging): unknown {
  return typeof known === "string" && typeof value === "string" && isAbstract(known) ? value : known;
}

/** Two subgraphs may each know a part of an object that has no key, or of every object of a list. */
function mergeValue(known: unknown, value: unknown, merging: Merging): void {
  if (known === value) return;
  if (isObject(known) && isObject(value)) mergeObject(known, value, merging);
  else if (Array.isArray(known) && Array.isArray(value) && known.length === value.length)
    for (const [index, each] of value.entries()) mergeValue(known[index], each, merging);
}
