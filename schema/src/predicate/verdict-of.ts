import type { Expression } from "../policy/expression.ts";
import type { Policy } from "../policy/policy.ts";
import { allOf, anyOf, opposite } from "./reduce.ts";

/** That one permit applies and no forbid does, given what is left of each policy's condition. */
export function verdictOf(
  policies: readonly Policy[],
  remaining: (condition: Expression) => Expression,
): Expression {
  const holds = (effect: "permit" | "forbid") =>
    policies.filter((policy) => policy.effect === effect).map(({ condition }) => remaining(condition));
  return allOf([anyOf(holds("permit")), opposite(anyOf(holds("forbid")))]);
}
