import { createBoundedCache } from "./bounded-cache.ts";

const keysOf = (cache: ReturnType<typeof createBoundedCache<number>>) =>
  [...cache.entries()].map(([key]) => key);

describe("a cache of operations", () => {
  test("forgets what was used longest ago when it is full", () => {
    const cache = createBoundedCache<number>(2);
    cache.set("a", 1);
    cache.set("b", 2);
    expect(cache.get("a")).toBe(1);
    cache.set("c", 3);
    expect(keysOf(cache)).toEqual(["a", "c"]);
  });

  test("forgets more when texts are long, and the same number again when they are short", () => {
    const cache = createBoundedCache<number>(4);
    const long = "x".repeat(5_000);
    for (const key of ["a", "b", long, "c", long, `${long}y`]) cache.set(key, 1);
    expect(keysOf(cache)).toEqual([`${long}y`]);
    for (const key of ["a", "b", "c", "d"]) cache.set(key, 1);
    expect(keysOf(cache)).toEqual(["a", "b", "c", "d"]);
  });

  test("keeps nothing that is longer than all may be together", () => {
    const cache = createBoundedCache<number>(1);
    cache.set("x".repeat(2_001), 1);
    expect(keysOf(cache)).toEqual([]);
    cache.set("a", 1);
    expect(keysOf(cache)).toEqual(["a"]);
  });
});
