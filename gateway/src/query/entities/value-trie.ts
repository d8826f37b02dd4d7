import type { GatheredObject } from "../answer/gathered.ts";

/** Remembers something for each list of values that objects have under some keys, always the same ones. */
export interface ValueTrie<Known extends object> {
  /** What is known for the object's values; undefined if they are new or not all of them are simple. */
  readonly get: (object: GatheredObject, keys: readonly string[]) => Known | undefined;
  readonly set: (object: GatheredObject, keys: readonly string[], known: Known) => void;
}

type Level<Known> = Map<unknown, Level<Known> | Known>;

/**
 * Most objects of a page are represented like one before them. Comparing the few values that a representation
 * is made of finds that out without writing, and hashing, the whole text of each.
 */
export function valueTrie<Known extends object>(): ValueTrie<Known> {
  const top: Level<Known> = new Map();
  return {
    get(object, keys) {
      let level: Level<Known> | Known | undefined = top;
      for (const key of keys) {
        const value = object[key];
        if (!(level instanceof Map) || !isSimple(value)) return undefined;
        level = level.get(value);
      }
      return level instanceof Map ? undefined : level;
    },
    set(object, keys, known) {
      let level = top;
      for (const [index, key] of keys.entries()) {
        const value = object[key];
        if (!isSimple(value)) return;
        if (index === keys.length - 1) level.set(value, known);
        else level = nextLevel(level, value);
      }
    },
  };
}

function nextLevel<Known>(level: Level<Known>, value: unknown): Level<Known> {
  const known = level.get(value);
  if (known instanceof Map) return known;
  const next: Level<Known> = new Map();
  level.set(value, next);
  return next;
}

/** Objects and lists are equal by what they hold, which a map does not see. */
function isSimple(value: unknown): boolean {
  return value === null || (typeof value !== "object" && value !== undefined);
}
