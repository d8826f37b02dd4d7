import type { Expression } from "../policy/expression.ts";

/** The name in `context.grants.contains(name)`; undefined when an expression is another one. */
export function grantAskedBy(left: Expression, right: Expression): string | undefined {
  if (left.kind !== "attribute" || left.name !== "grants" || right.kind !== "value") return undefined;
  if (left.of.kind !== "variable" || left.of.name !== "context") return undefined;
  return typeof right.value === "string" ? right.value : undefined;
}
