import type { Expression, Value } from "./expression.ts";
import { flagOf, OPERATORS, type Operators } from "./operators.ts";
import type { Attributes, PolicyRequest } from "./request.ts";

/** A compiled expression. */
export type Evaluate = (request: PolicyRequest) => Value;

/** Compiles an expression to a closure; evaluating one costs no parsing and no allocation. */
export function compileExpression(expression: Expression, operators: Operators = OPERATORS): Evaluate {
  const compile = (part: Expression) => compileExpression(part, operators);
  switch (expression.kind) {
    case "value": {
      const { value } = expression;
      return () => value;
    }
    case "variable":
      return compileVariable(expression.name);
    case "attribute":
      return compileAttribute(expression);
    case "not": {
      const of = compile(expression.of);
      return (request) => operators.not(of(request));
    }
    case "isEmpty": {
      const of = compile(expression.of);
      return (request) => operators.isEmpty(of(request));
    }
    case "and": {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (request) => flagOf(left(request)) && flagOf(right(request));
    }
    case "or": {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      return (request) => flagOf(left(request)) || flagOf(right(request));
    }
    default: {
      const [left, right] = [compile(expression.left), compile(expression.right)];
      const operator = operators.binary[expression.kind];
      return (request) => operator(left(request), right(request));
    }
  }
}

function compileVariable(name: string): Evaluate {
  if (name === "action") return ({ action }) => action;
  // The validator lets nothing but attributes be taken from the other three.
  throw new TypeError(`A policy uses "${name}" without one of its attributes.`);
}

function compileAttribute({ of, name }: { of: Expression; name: string }): Evaluate {
  if (of.kind !== "variable")
    throw new TypeError(`A policy takes "${name}" from something that is no variable.`);
  switch (of.name) {
    case "principal":
      return ({ principal }) => attributeOf(principal.attributes, name);
    case "resource":
      return ({ resource }) => attributeOf(resource, name);
    case "context":
      return ({ context }) => attributeOf(context, name);
    case "action":
      throw new TypeError("An action has no attributes.");
  }
}

function attributeOf(attributes: Attributes, name: string): Value {
  const value = attributes[name];
  if (value === undefined) throw new TypeError(`A policy needs "${name}", which is missing.`);
  return value;
}
