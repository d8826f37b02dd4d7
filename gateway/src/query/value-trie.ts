import type { GatheredObject } from "./gathered.ts";

/** Remembers a number for each list of values that objects have under some keys. */
export interface ValueTrie {
  /** The number of the object's values; undefined if they are new or not all of them are simple. */
  readonly get: (object: GatheredObject, keys: readonly string[]) => number | undefined;
  readonly set: (object: GatheredObject, keys: readonly string[], number: number) => void;
}

type Level = Map<unknown, Level | number>;

/**
 * Most objects of a page are represented like one before them. Comparing the few values that a representation is made of
 * finds that out without writing, and hashing, the whole text of each.
 */
export function valueTrie(): ValueTrie {
  const top: Level = new Map();
  return {
    get(object, keys) {
      let level: Level | number | undefined = top;
      for (const key of keys) {
        const value = object[key];
        if (!(level instanceof Map) || !isSimple(value)) return undefined;
        level = level.get(value);
      }
      return typeof level === "number" ? level : undefined;
    },
    set(object, keys, number) {
      let level = top;
      for (const [index, key] of keys.entries()) {
        const value = object[key];
        if (!isSimple(value)) return;
        if (index === keys.length - 1) level.set(value, number);
        else level = nextLevel(level, value);
      }
    },
  };
}

function nextLevel(level: Level, value: unknown): Level {
  const known = level.get(value);
  if (known instanceof Map) return known;
  const next: Level = new Map();
  level.set(value, next);
  return next;
}

/** Objects and lists are equal by what they hold, which a map does not see. */
function isSimple(value: unknown): boolean {
  return typeof value !== "object" && value !== undefined;
}
