import type { Asserted } from "@maillon/schema";

/** Assertions that were verified, as long as they last. */
export interface TakenAssertions {
  /** What a token asserts; undefined unless the very same one was verified and has not ended. */
  find(token: string): Asserted | undefined;
  /** Remembers what a verified token asserts until it ends, in seconds since 1970. */
  keep(token: string, asserted: Asserted, end: number): void;
}

/** The gateway signs one for a viewer's requests of some seconds: as many as viewers ask at once. */
const MOST = 1_000;

/** Makes an empty memory. `now` answers milliseconds since 1970. */
export function takenAssertions(now: () => number): TakenAssertions {
  const taken = new Map<string, { readonly asserted: Asserted; readonly end: number }>();
  return {
    find(token) {
      const known = taken.get(token);
      if (known && now() < known.end * 1_000) return known.asserted;
      taken.delete(token);
      return undefined;
    },
    keep(token, asserted, end) {
      const [oldest] = taken.keys();
      if (oldest !== undefined && taken.size >= MOST) taken.delete(oldest);
      taken.set(token, { asserted, end });
    },
  };
}
