/** A bounded cache that forgets what was used longest ago. */
export interface OperationCache<Value> {
  readonly get: (key: string) => Value | undefined;
  readonly set: (key: string, value: Value) => void;
  /** From the one used longest ago to the latest. */
  readonly entries: () => Iterable<readonly [string, Value]>;
}

/** Makes a cache for at most `capacity` values. */
export function createOperationCache<Value>(capacity: number): OperationCache<Value> {
  const values = new Map<string, Value>();
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
      values.delete(key);
      values.set(key, value);
      const [oldest] = values.keys();
      if (values.size > capacity && oldest !== undefined) values.delete(oldest);
    },
    entries: () => values.entries(),
  };
}
