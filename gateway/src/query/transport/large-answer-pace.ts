/** How many milliseconds to wait before more of an answer is read, after so many bytes of it have come. */
export type Pace = (bytes: number, now: number) => number;

/** How fast large answers are read. */
export interface PaceLimits {
  /** Bytes of large answers that one subgraph may send in a second. */
  readonly largeBytesPerSecond: number;
}

/** Bytes of an answer from which it is large. */
export const LARGE = 500_000;

/** A subgraph that was quiet may send so many seconds' worth at once. */
const SAVED = 0.5;

/**
 * Bounds how fast one subgraph's large answers come in, however many of them are under way. Each is
 * acceptable, but to read and check ten megabytes takes time in which nobody else is answered; a subgraph
 * that sends one after the other would leave the others none.
 */
export function createPace({ largeBytesPerSecond }: PaceLimits): Pace {
  const saved = SAVED * 1_000;
  let paidUntil = Number.NEGATIVE_INFINITY;
  return (bytes, now) => {
    paidUntil = Math.max(paidUntil, now - saved) + (bytes / largeBytesPerSecond) * 1_000;
    return Math.max(0, paidUntil - now);
  };
}
