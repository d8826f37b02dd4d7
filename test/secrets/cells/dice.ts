import { createHash } from "node:crypto";

/** Chance that can be repeated: the same seed gives the same throws. */
export interface Dice {
  /** A whole number from 0 to below `bound`. */
  readonly below: (bound: number) => number;
  /** One of these, but for the one that is there already. */
  readonly other: <Value>(values: readonly Value[], than: unknown) => Value | undefined;
  /** A text that nobody wrote before. */
  readonly word: () => string;
}

/** Makes the dice of a seed. */
export function createDice(seed: string | number): Dice {
  let thrown = 0;
  const next = () =>
    createHash("sha256")
      .update(`${seed} ${(thrown += 1)}`)
      .digest();
  const below = (bound: number) => next().readUInt32BE() % Math.max(1, bound);
  return {
    below,
    other(values, than) {
      const left = values.filter((each) => each !== than);
      return left[below(left.length)];
    },
    word: () => `canary-${next().toString("hex", 0, 6)}`,
  };
}
