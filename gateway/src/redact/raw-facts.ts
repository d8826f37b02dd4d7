import type { FactName, RawFacts } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import { type GatheredObject, isObject } from "../query/answer/gathered.ts";

/** The facts of an object as they were gathered. */
export function rawFactsOf(object: GatheredObject, paths: readonly FactPath[]): RawFacts {
  const raw: Partial<Record<FactName, unknown>> = {};
  for (const { fact, path } of paths) {
    const value = valueBelow(object, path);
    if (value === undefined || value === null) continue;
    const known = raw[fact];
    raw[fact] = known === undefined ? value : [known, value].flat();
  }
  return raw;
}

/** What lies at a path from a value on. */
export function valueBelow(from: unknown, path: readonly string[]): unknown {
  const [key = ""] = path;
  return path.length === 1 && isObject(from) ? from[key] : valueAt(from, path, 0);
}

/**
 * Lists on the way are walked through; an element without a value spoils the list, as a smaller one could
 * mean more.
 */
function valueAt(from: unknown, path: readonly string[], start: number): unknown {
  let value = from;
  for (let index = start; index < path.length; index += 1) {
    if (Array.isArray(value)) return value.flatMap((each: unknown) => valueAt(each, path, index) ?? [null]);
    if (!isObject(value)) return undefined;
    value = value[path[index] ?? ""];
  }
  return value;
}
