import type { DataClass } from "../data-class.ts";
import { thingOf } from "../decision/thing-of.ts";
import type { Expression, Value } from "../policy/expression.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import { PolicyFault } from "../policy/policy-fault.ts";
import { PRINCIPAL_TYPES, type PrincipalType } from "../policy/policy.ts";
import { FACT_NAMES } from "../visibility/fact.ts";
import type { FactColumn, FactColumns } from "./fact-column.ts";
import { grantAskedBy } from "./grant-asked-by.ts";
import { reduce, type Known } from "./reduce.ts";
import { grantTerm, type SessionViewer } from "./session-grant.ts";
import { countOf, holdsAny, holdsOne, isMissing, isSet } from "./sql-terms.ts";
import { textArrayLiteral, textLiteral } from "./sql-literal.ts";
import { verdictOf } from "./verdict-of.ts";

/** Which rows are asked about, and where the session says who asks. */
export interface SessionQuestion {
  readonly dataClass: DataClass;
  readonly columns: FactColumns;
  readonly viewer: SessionViewer;
}

/**
 * The decision on a class for whoever the session says is asking, as a boolean SQL expression that is never null:
 * true exactly for the rows on which a decider for that viewer would answer GRANTED. It holds no parameter, so that a
 * view can be made of it once for all viewers.
 */
export function sessionPredicate(policies: PolicySet, question: SessionQuestion): string {
  if (question.dataClass === "PUBLIC") return "true";
  const { viewer } = question;
  const asked = { Employee: `${viewer.company} is not null`, Consumer: `${viewer.customers} is not null` };
  const ballots = PRINCIPAL_TYPES.map(
    (type) => `(${asked[type]} and ${print(verdictFor(policies, type, question), question)})`,
  );
  return `(coalesce(${viewer.ledger}, false) and (${ballots.join(" or ")}))`;
}

/** For every viewer of a type. */
function verdictFor({ compiled }: PolicySet, type: PrincipalType, question: SessionQuestion): Expression {
  const known = knowledge(question);
  const policies = compiled.policiesOn(question.dataClass, type);
  return verdictOf(policies, (condition) => reduce(condition, known));
}

/** The viewer is open; the class, and the facts that the table does not hold, are known. */
function knowledge({ dataClass, columns }: SessionQuestion): Known {
  const missing = thingOf({});
  const held = new Set<string>(FACT_NAMES.filter((name) => columns[name] !== undefined));
  return (variable, attribute) => {
    if (variable === "action") return dataClass;
    const absent = variable === "resource" && attribute !== undefined && !held.has(attribute);
    return absent ? missing[attribute] : undefined;
  };
}

function print(expression: Expression, question: SessionQuestion): string {
  const inner = (part: Expression) => print(part, question);
  switch (expression.kind) {
    case "value":
      return expression.value === true ? "true" : "false";
    case "not":
      return `not ${inner(expression.of)}`;
    case "and":
    case "or":
      return `(${inner(expression.left)} ${expression.kind} ${inner(expression.right)})`;
    case "isEmpty":
      return isMissing(columnOf(expression.of, question));
    case "attribute":
      return circumstance(expression, question) ?? isSet(columnOf(expression, question));
    case "contains":
    case "containsAny":
      return setTerm(expression, question);
    case "less":
    case "lessOrEqual": {
      const operator = expression.kind === "less" ? "<" : "<=";
      return `${count(expression.left, question)} ${operator} ${count(expression.right, question)}`;
    }
    default:
      throw unsayable(expression);
  }
}

function setTerm(expression: Extract<Expression, { left: Expression }>, question: SessionQuestion): string {
  const { kind, left, right } = expression;
  const grant = kind === "contains" ? grantAskedBy(left, right) : undefined;
  if (grant !== undefined) return grantTerm(grant, question);
  // The set of a fact that the table does not hold.
  if (isNothing(left) || isNothing(right)) return "false";
  // `containsAny` means the same with its sides exchanged.
  if (left.kind === "value" && kind === "containsAny")
    return holdsValue(columnOf(right, question), left.value);
  const column = columnOf(left, question);
  if (right.kind === "value") return holdsValue(column, right.value);
  const other = columnOf(right, question);
  return kind === "contains" ? holdsOne(column, other.sql) : holdsAny(column, other.sql);
}

function isNothing(expression: Expression): boolean {
  return expression.kind === "value" && Array.isArray(expression.value) && expression.value.length === 0;
}

function holdsValue(column: FactColumn, value: Value): string {
  if (typeof value === "string") return holdsOne(column, textLiteral(value));
  if (typeof value === "object") return holdsAny(column, textArrayLiteral(value.map(String)));
  throw new PolicyFault("*", `looks for ${String(value)} in a set of words`);
}

/** What depends on the session and the row together. */
function circumstance(
  { of, name }: Extract<Expression, { kind: "attribute" }>,
  { columns, viewer }: SessionQuestion,
): string | undefined {
  if (of.kind !== "variable" || of.name !== "context") return undefined;
  const overlap = (column: FactColumn | undefined, values: string) =>
    column ? holdsAny(column, values) : "false";
  if (name === "partner") return overlap(columns.owner, viewer.partners);
  return name === "party" ? overlap(columns.agreement, viewer.agreements) : undefined;
}

function count(expression: Expression, question: SessionQuestion): string {
  if (expression.kind !== "value") return countOf(columnOf(expression, question));
  if (Number.isSafeInteger(expression.value)) return String(expression.value);
  throw unsayable(expression);
}

/** Where the set or value of an attribute is found: in the row, or in what the session says of the viewer. */
function columnOf(expression: Expression, { columns, viewer }: SessionQuestion): FactColumn {
  const of = expression.kind === "attribute" && expression.of.kind === "variable" ? expression.of.name : "";
  const name = expression.kind === "attribute" ? expression.name : "";
  const places: Readonly<Record<string, Readonly<Record<string, FactColumn | undefined>>>> = {
    resource: columns,
    principal: {
      company: { sql: viewer.company, holds: "one" },
      kinds: { sql: viewer.kinds, holds: "many" },
      authorities: { sql: viewer.authorities, holds: "many" },
      customers: { sql: viewer.customers, holds: "many" },
    },
  };
  const column = places[of]?.[name];
  if (column) return column;
  throw unsayable(expression);
}

function unsayable(expression: Expression): PolicyFault {
  return new PolicyFault("*", `has a condition that SQL cannot say: ${JSON.stringify(expression)}`);
}
