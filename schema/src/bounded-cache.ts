/** A cache that forgets what was used longest ago. Keys are texts: of operations, of tokens. */
export interface BoundedCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  /** From the one used longest ago to the latest. */
  readonly entries: () => Iterable<readonly [string, Value]>;
}

/** The longest that keys may be on average, in characters; the operations of front ends and assertions are shorter. */
const AVERAGE_KEY = 2_000;

/**
 * Makes a cache for at most `capacity` values. Texts come from outside, and what is kept of an operation grows with its
 * text: the lengths of all together are bounded too, or a client that sends long ones would use up the memory.
 */
export function createBoundedCache<Value>(capacity: number): BoundedCache<Value> {
  const values = new Map<string, Value>();
  let length = 0;
  const forget = (key: string): void => {
    if (values.delete(key)) length -= key.length;
  };
  return {
    get(key) {
      const value = values.get(key);
      if (value === undefined) return undefined;
      // A Map lists its keys by when they were set: setting anew makes this one the latest.
      values.delete(key);
      values.set(key, value);
      return value;
    },
    set(key, value) {
      forget(key);
      values.set(key, value);
      length += key.length;
      for (const oldest of values.keys()) {
        if (values.size <= capacity && length <= capacity * AVERAGE_KEY) break;
        forget(oldest);
      }
    },
    entries: () => values.entries(),
  };
}
