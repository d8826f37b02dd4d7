import type { Grant } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { DecisionSources } from "../decision/create-decider.ts";
import type { Expression, Value } from "../policy/expression.ts";
import { PolicyFault } from "../policy/policy-fault.ts";
import { FACT_NAMES, type FactName } from "../visibility/fact.ts";
import type { Viewer } from "../viewer.ts";
import { conditionFor, grantAskedBy, type Condition } from "./condition-for.ts";
import type { FactColumn, FactColumns } from "./fact-column.ts";
import { countOf, holdsAny, holdsOne, holdsOnly, isMissing, isSet, type Bind } from "./sql-terms.ts";

/** A boolean SQL expression that is never null, with the parameters of its placeholders. */
export interface Predicate {
  readonly sql: string;
  readonly params: readonly Value[];
}

/** Which rows are asked about. */
export interface PredicateQuestion {
  readonly dataClass: DataClass;
  readonly columns: FactColumns;
  /** How the parameter of a number (from 1) is written; `$1` unless told otherwise. */
  readonly placeholder?: (number: number) => string;
}

/**
 * The decision on a class as SQL over the columns that hold the facts: true exactly for the rows on which a decider
 * would answer GRANTED. Values travel as parameters; the expression holds nothing but the columns' own SQL.
 */
export function buildPredicate(
  sources: DecisionSources,
  viewer: Viewer,
  { dataClass, columns, placeholder = (number) => `$${number}` }: PredicateQuestion,
): Predicate {
  const byName = new Map<string, FactColumn | undefined>(FACT_NAMES.map((name) => [name, columns[name]]));
  const missing = (fact: string) => byName.get(fact) === undefined;
  const condition = conditionFor(sources, viewer, { dataClass, missing });
  const params: Value[] = [];
  const bind: Bind = (value) => placeholder(params.push(value));
  return { sql: printer(condition, byName, bind)(condition.expression), params };
}

type Columns = ReadonlyMap<string, FactColumn | undefined>;

function printer(condition: Condition, columns: Columns, bind: Bind): (expression: Expression) => string {
  const print = (expression: Expression): string => {
    switch (expression.kind) {
      case "value":
        return expression.value === true ? "true" : "false";
      case "not":
        return `not ${print(expression.of)}`;
      case "and":
      case "or":
        return `(${print(expression.left)} ${expression.kind} ${print(expression.right)})`;
      case "isEmpty":
        return isMissing(columnOf(expression.of, columns));
      case "attribute":
        return circumstance(expression) ?? isSet(columnOf(expression, columns));
      case "contains":
      case "containsAny":
        return setTerm(expression);
      case "less":
      case "lessOrEqual": {
        const operator = expression.kind === "less" ? "<" : "<=";
        return `${count(expression.left)} ${operator} ${count(expression.right)}`;
      }
      default:
        throw unsayable(expression);
    }
  };
  const circumstance = ({ of, name }: Extract<Expression, { kind: "attribute" }>) => {
    if (of.kind !== "variable" || of.name !== "context") return undefined;
    if (name === "partner") return overlap(columns.get("owner"), condition.partners, bind);
    return name === "party" ? overlap(columns.get("agreement"), condition.agreements, bind) : undefined;
  };
  const count = (expression: Expression) =>
    expression.kind === "value"
      ? `${bind(expression.value)}::integer`
      : countOf(columnOf(expression, columns));
  const setTerm = (expression: Extract<Expression, { left: Expression }>): string => {
    const { kind, left, right } = expression;
    const asked = kind === "contains" ? grantAskedBy(left, right) : undefined;
    if (asked !== undefined)
      return grantsTerm(
        condition.grants.filter(({ name }) => name === asked),
        columns,
        bind,
      );
    if (right.kind === "value") {
      const column = columnOf(left, columns);
      return kind === "contains" ? holdsOne(column, bind(right.value)) : holdsAny(column, bind(right.value));
    }
    // `containsAny` means the same with its sides exchanged.
    if (kind === "containsAny" && left.kind === "value")
      return holdsAny(columnOf(right, columns), bind(left.value));
    throw unsayable(expression);
  };
  return print;
}

function overlap(column: FactColumn | undefined, values: readonly string[], bind: Bind): string {
  return column ? holdsAny(column, bind(values)) : "false";
}

/** One of the grants counts for the row. Those without a scope differ by grantor only and become one comparison. */
function grantsTerm(grants: readonly Grant[], columns: Columns, bind: Bind): string {
  const owner = columns.get("owner");
  if (!owner) return "false";
  const plain = grants.filter(isPlain).map(({ grantor }) => grantor);
  const terms = grants
    .filter((each) => !isPlain(each))
    .map(
      (each) =>
        `(${[holdsOne(owner, bind(each.grantor)), ...scopeTerms(each, columns, bind)].join(" and ")})`,
    );
  if (plain.length > 0) terms.unshift(holdsAny(owner, bind([...new Set(plain)])));
  return terms.length === 0 ? "false" : `(${terms.join(" or ")})`;
}

function isPlain({ products, territories, ownAgreementOnly, minimumGroup, minimumAge }: Grant): boolean {
  return products.length + territories.length + minimumGroup + minimumAge === 0 && !ownAgreementOnly;
}

function scopeTerms(grant: Grant, columns: Columns, bind: Bind): string[] {
  const column = (name: FactName) => columns.get(name);
  const terms: string[] = [];
  if (grant.ownAgreementOnly) terms.push(agreementTerm(grant, column("agreement"), bind));
  if (grant.minimumGroup > 0) terms.push(atLeast(column("group"), grant.minimumGroup, bind));
  if (grant.minimumAge > 0) terms.push(atLeast(column("age"), grant.minimumAge, bind));
  // Without a word on it, an object is within reach of a restriction, and within a scope if it names the agreement.
  const open = () => (grant.name === "NONE" ? "true" : agreementTerm(grant, column("agreement"), bind));
  const covers = grant.name === "NONE" ? holdsAny : holdsOnly;
  const cover = (scope: readonly string[], found: FactColumn | undefined) => {
    if (scope.length === 0) return;
    terms.push(found ? `(${covers(found, bind(scope))} or ${isMissing(found)} and ${open()})` : open());
  };
  cover(grant.products, column("product"));
  cover(grant.territories, column("territory"));
  return terms;
}

function agreementTerm({ source }: Grant, column: FactColumn | undefined, bind: Bind): string {
  return column && source.kind === "clause" ? holdsOne(column, bind(source.agreement)) : "false";
}

function atLeast(column: FactColumn | undefined, least: number, bind: Bind): string {
  return column ? `${countOf(column)} >= ${bind(least)}::integer` : "false";
}

function columnOf(expression: Expression, columns: Columns): FactColumn {
  const named = expression.kind === "attribute" && expression.of.kind === "variable";
  const column = named && expression.of.name === "resource" ? columns.get(expression.name) : undefined;
  if (column) return column;
  throw unsayable(expression);
}

function unsayable(expression: Expression): PolicyFault {
  return new PolicyFault("*", `has a condition that SQL cannot say: ${JSON.stringify(expression)}`);
}
