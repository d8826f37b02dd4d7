import { PolicyFault } from "./policy-fault.ts";

/** A value that a policy compares: an id or word, a number, a flag, or a set of words. */
export type Value = string | number | boolean | readonly Value[];

/** The names of a policy's variables. */
export type Variable = "principal" | "action" | "resource" | "context";

/** Operators of two sides. */
export type BinaryOperator =
  | "and"
  | "or"
  | "equal"
  | "less"
  | "lessOrEqual"
  | "contains"
  | "containsAny"
  | "containsAll";

/** A condition of a policy in the part of Cedar that this project compiles; policies that need more do not load. */
export type Expression =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "variable"; readonly name: Variable }
  | { readonly kind: "attribute"; readonly of: Expression; readonly name: string }
  | { readonly kind: "not" | "isEmpty"; readonly of: Expression }
  | { readonly kind: BinaryOperator; readonly left: Expression; readonly right: Expression };

const BINARY: Readonly<Record<string, BinaryOperator>> = {
  "&&": "and",
  "||": "or",
  "==": "equal",
  "<": "less",
  "<=": "lessOrEqual",
  contains: "contains",
  containsAny: "containsAny",
  containsAll: "containsAll",
};
const FLIPPED: Readonly<Record<string, BinaryOperator>> = { ">": "less", ">=": "lessOrEqual" };
const VARIABLES: readonly Variable[] = ["principal", "action", "resource", "context"];

/** Reads one expression of Cedar's JSON policy format; throws a `PolicyFault` on an operator it does not know. */
export function parseExpression(json: unknown, policy: string): Expression {
  const [operator = "", operand] = onlyEntry(json, policy);
  const parse = (part: unknown) => parseExpression(part, policy);
  const side = (name: string) => parse(member(operand, name, policy));
  const binary = BINARY[operator];
  if (binary) return { kind: binary, left: side("left"), right: side("right") };
  const flipped = FLIPPED[operator];
  if (flipped) return { kind: flipped, left: side("right"), right: side("left") };
  switch (operator) {
    case "!=":
      return negate({ kind: "equal", left: side("left"), right: side("right") });
    case "!":
      return negate(side("arg"));
    case "isEmpty":
      return { kind: "isEmpty", of: side("arg") };
    case ".":
      return { kind: "attribute", of: side("left"), name: textOf(member(operand, "attr", policy), policy) };
    case "Value":
      return { kind: "value", value: valueOf(operand, policy) };
    case "Set":
      return { kind: "value", value: listOf(operand, policy).map((each) => literalOf(parse(each), policy)) };
    case "Var":
      return { kind: "variable", name: variableOf(operand, policy) };
    default:
      throw new PolicyFault(policy, `uses "${operator}", which this compiler does not know`);
  }
}

/** The opposite of an expression. */
export function negate(of: Expression): Expression {
  return { kind: "not", of };
}

function onlyEntry(json: unknown, policy: string): [string?, unknown?] {
  const entries = typeof json === "object" && json !== null ? Object.entries(json) : [];
  const [entry] = entries;
  if (entries.length === 1 && entry) return entry;
  throw new PolicyFault(policy, "has an expression that is not one operator with its operands");
}

function member(json: unknown, name: string, policy: string): unknown {
  const found = typeof json === "object" && json !== null ? new Map(Object.entries(json)) : undefined;
  if (found?.has(name)) return found.get(name);
  throw new PolicyFault(policy, `has an operator without its operand "${name}"`);
}

function valueOf(json: unknown, policy: string): Value {
  if (typeof json === "string" || typeof json === "number" || typeof json === "boolean") return json;
  if (Array.isArray(json)) return json.map((each) => valueOf(each, policy));
  // The strict validator lets entities of one type only be compared, so that the id alone says which one is meant.
  return textOf(member(member(json, "__entity", policy), "id", policy), policy);
}

function literalOf(expression: Expression, policy: string): Value {
  if (expression.kind === "value") return expression.value;
  throw new PolicyFault(policy, "has a set of something else than literals");
}

function listOf(json: unknown, policy: string): readonly unknown[] {
  if (Array.isArray(json)) return json;
  throw new PolicyFault(policy, "has a set that is no list");
}

function textOf(json: unknown, policy: string): string {
  if (typeof json === "string") return json;
  throw new PolicyFault(policy, "has a name that is no text");
}

function variableOf(json: unknown, policy: string): Variable {
  const name = VARIABLES.find((each) => each === json);
  if (name) return name;
  throw new PolicyFault(policy, `uses an unknown variable "${String(json)}"`);
}
