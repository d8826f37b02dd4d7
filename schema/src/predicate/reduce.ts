import { negate, type Expression, type Value, type Variable } from "../policy/expression.ts";
import { OPERATORS } from "../policy/operators.ts";

/** What is known of a variable's attribute, or of a variable itself; undefined: nothing yet. */
export type Known = (variable: Variable, attribute: string | undefined) => Value | undefined;

/** The expression that is never true. */
export const FALSE: Expression = { kind: "value", value: false };
/** The expression that is always true. */
const TRUE: Expression = { kind: "value", value: true };

/**
 * Works out whatever can be known and leaves the rest. Facts are never missing for a policy, so that nothing left out
 * here could have failed: `x && false` is false whatever x is.
 */
export function reduce(expression: Expression, known: Known): Expression {
  const inner = (part: Expression) => reduce(part, known);
  switch (expression.kind) {
    case "value":
      return expression;
    case "variable":
      return valueOr(known(expression.name, undefined), expression);
    case "attribute":
      return expression.of.kind === "variable"
        ? valueOr(known(expression.of.name, expression.name), expression)
        : expression;
    case "not":
      return opposite(inner(expression.of));
    case "isEmpty": {
      const of = inner(expression.of);
      return of.kind === "value" ? truth(OPERATORS.isEmpty(of.value)) : { kind: "isEmpty", of };
    }
    case "and":
      return allOf([inner(expression.left), inner(expression.right)]);
    case "or":
      return anyOf([inner(expression.left), inner(expression.right)]);
    default: {
      const [left, right] = [inner(expression.left), inner(expression.right)];
      return left.kind === "value" && right.kind === "value"
        ? truth(OPERATORS.binary[expression.kind](left.value, right.value))
        : { kind: expression.kind, left, right };
    }
  }
}

/** True when all of the expressions are. */
export function allOf(parts: readonly Expression[]): Expression {
  const open = parts.filter((each) => !isValue(each, true));
  if (open.some((each) => isValue(each, false))) return FALSE;
  return open.reduce((left, right) => (left === TRUE ? right : { kind: "and", left, right }), TRUE);
}

/** True when one of the expressions is. */
export function anyOf(parts: readonly Expression[]): Expression {
  const open = parts.filter((each) => !isValue(each, false));
  if (open.some((each) => isValue(each, true))) return TRUE;
  return open.reduce((left, right) => (left === FALSE ? right : { kind: "or", left, right }), FALSE);
}

/** True when the expression is not. */
export function opposite(of: Expression): Expression {
  return of.kind === "value" ? truth(OPERATORS.not(of.value)) : negate(of);
}

/** Whether an expression is one value. */
export function isValue(expression: Expression, value: Value): boolean {
  return expression.kind === "value" && expression.value === value;
}

function truth(value: boolean): Expression {
  return value ? TRUE : FALSE;
}

function valueOr(value: Value | undefined, expression: Expression): Expression {
  return value === undefined ? expression : { kind: "value", value };
}
