import type { FactName, RawFacts } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import { type GatheredObject, isObject } from "../query/gathered.ts";

/** The facts of an object as they were gathered. */
export function rawFactsOf(object: GatheredObject, paths: readonly FactPath[]): RawFacts {
  const raw: Partial<Record<FactName, unknown>> = {};
  for (const { fact, path } of paths) {
    const value = factAt(object, path);
    if (value === undefined || value === null) continue;
    const known = raw[fact];
    raw[fact] = known === undefined ? value : [known, value].flat();
  }
  return raw;
}

/** What lies at a path from an object on. */
export function factAt(object: GatheredObject, path: readonly string[]): unknown {
  const first = path[0] ?? "";
  return path.length === 1 ? object[first] : valueAt(object, path);
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
