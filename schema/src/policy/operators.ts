import type { BinaryOperator, Value } from "./expression.ts";

/** What operators do with values. A table of its own, so that a test can plant a wrong one and must find it. */
export interface Operators {
  readonly binary: Readonly<
    Record<Exclude<BinaryOperator, "and" | "or">, (left: Value, right: Value) => boolean>
  >;
  readonly isEmpty: (of: Value) => boolean;
  readonly not: (of: Value) => boolean;
}

/** The operators as Cedar defines them; a value of the wrong type throws, and a throw is a refusal. */
export const OPERATORS: Operators = {
  binary: {
    equal: (left, right) => left === right,
    less: (left, right) => numberOf(left) < numberOf(right),
    lessOrEqual: (left, right) => numberOf(left) <= numberOf(right),
    contains: (left, right) => setOf(left).includes(right),
    containsAny: (left, right) => overlaps(setOf(left), setOf(right)),
    containsAll: (left, right) => setOf(right).every((each) => setOf(left).includes(each)),
  },
  isEmpty: (of) => setOf(of).length === 0,
  not: (of) => !flagOf(of),
};

/** A value that must be true or false. */
export function flagOf(value: Value): boolean {
  if (typeof value === "boolean") return value;
  throw new TypeError("A policy compared something that is neither true nor false.");
}

function numberOf(value: Value): number {
  if (typeof value === "number") return value;
  throw new TypeError("A policy compared something that is no number.");
}

function setOf(value: Value): readonly Value[] {
  if (typeof value === "object") return value;
  throw new TypeError("A policy searched something that is no set.");
}

function overlaps(left: readonly Value[], right: readonly Value[]): boolean {
  for (const each of left) if (right.includes(each)) return true;
  return false;
}
