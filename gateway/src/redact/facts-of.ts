import { type Facts, readFacts } from "@maillon/schema/visibility";
import type { FactPath } from "../filter/visibility-rules.ts";
import { isObject } from "../query/gathered.ts";

/** Reads the facts of objects of one type from what was gathered; what is missing or has another type allows nothing. */
export function factReader(paths: readonly FactPath[]): (object: Readonly<Record<string, unknown>>) => Facts {
  return (object) => {
    const raw: Record<string, unknown> = {};
    for (const { fact, path } of paths) {
      const value = valueAt(object, path);
      if (value === undefined || value === null) continue;
      const known = raw[fact];
      raw[fact] = known === undefined ? value : [known, value].flat();
    }
    return readFacts(raw);
  };
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
