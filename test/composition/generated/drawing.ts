/** Draws a whole number from 0 to below a bound. */
export type Draw = (bound: number) => number;

/** One of some values. */
export function pick<Value>(draw: Draw, values: readonly Value[]): Value {
  const value = values[draw(Math.max(1, values.length))];
  if (value === undefined) throw new Error("There is nothing to pick from");
  return value;
}

/** One of some values, or nothing if there are none. */
export function pickAny<Value>(draw: Draw, values: readonly Value[]): Value | undefined {
  return values[draw(Math.max(1, values.length))];
}

/** Some of the values, in their order; each has the chance of one in `odds`. */
export function pickSome<Value>(draw: Draw, values: readonly Value[], odds = 2): Value[] {
  return values.filter(() => draw(odds) === 0);
}
