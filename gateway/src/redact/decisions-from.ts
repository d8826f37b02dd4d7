import type { Decider, ObjectDecisions } from "@maillon/schema/policy";
import type { FactName, RawFacts } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import { type GatheredObject, isObject } from "../query/gathered.ts";

/** Finds the decisions on objects of one type from what was gathered of them. */
export type DecisionsOn = (object: GatheredObject, decider: Decider) => ObjectDecisions;

/** Makes the finder for a type that keeps its facts at these paths; a fact that is not there allows nothing. */
export function decisionsFrom(paths: readonly FactPath[]): DecisionsOn {
  const names = [...new Set(paths.map(({ fact }) => fact))];
  return (object, decider) => decider.onRaw(rawFactsOf(object, paths), names);
}

/** The facts of an object as they were gathered. */
export function rawFactsOf(object: GatheredObject, paths: readonly FactPath[]): RawFacts {
  const raw: Partial<Record<FactName, unknown>> = {};
  for (const { fact, path } of paths) {
    const [only = ""] = path;
    const value = path.length === 1 ? object[only] : valueAt(object, path);
    if (value === undefined || value === null) continue;
    const known = raw[fact];
    raw[fact] = known === undefined ? value : [known, value].flat();
  }
  return raw;
}

/** Lists on the way are walked through; an element without a value spoils the list, as a smaller one could mean more. */
function valueAt(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const [index, step] of path.entries()) {
    if (Array.isArray(value))
      return value.flatMap((each: unknown) => valueAt(each, path.slice(index)) ?? [null]);
    value = isObject(value) ? value[step] : undefined;
  }
  return value;
}
