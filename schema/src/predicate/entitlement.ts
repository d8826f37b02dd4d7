import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import type { DecisionSources } from "../decision/create-decider.ts";
import { principalOf } from "../decision/principal-of.ts";
import type { Expression } from "../policy/expression.ts";
import { toldAction } from "../policy/policy.ts";
import type { Principal } from "../policy/request.ts";
import type { Viewer } from "../viewer.ts";
import { grantAskedBy } from "./grant-asked-by.ts";
import { FALSE, isValue, reduce, type Known } from "./reduce.ts";
import { verdictOf } from "./verdict-of.ts";

/**
 * What is settled between a viewer and a class before any object is known. `granted`: every object may be read.
 * `depends`: it depends on the object's facts. `refused`: none may be read, but whether the viewer may be told so
 * depends on the facts. `hidden`: none may be read, and nothing is told.
 */
export type Entitlement = (typeof ENTITLEMENTS)[number];

/** All of them, the strictest first. */
export const ENTITLEMENTS = ["hidden", "refused", "depends", "granted"] as const;

/** Works out what a viewer is entitled to read of a class, by evaluating its policies as far as they go without an object. */
export function entitlementTo(sources: DecisionSources, viewer: Viewer, dataClass: DataClass): Entitlement {
  const { policies, agreements } = sources;
  if (!agreements) return dataClass === "PUBLIC" ? "granted" : "hidden";
  const { principal, remaining } = workIn(agreements, { viewer, dataClass, action: dataClass });
  const verdict = verdictOf(policies.compiled.policiesOn(dataClass, principal.type), remaining);
  if (verdict.kind !== "value") return "depends";
  if (isValue(verdict, true)) return "granted";
  const told = policies.compiled.policiesOn(toldAction(dataClass), principal.type);
  return told.length > 0 ? "refused" : "hidden";
}

/** What remains open of each policy that has a say on an action, once the viewer is worked in. */
export function remainingConditions(
  { policies }: DecisionSources,
  agreements: AgreementsInForce,
  asked: Asked,
): readonly Expression[] {
  const { principal, remaining } = workIn(agreements, asked);
  const applying = policies.compiled.policiesOn(asked.action, principal.type);
  return applying.map(({ condition }) => remaining(condition));
}

interface Asked {
  readonly viewer: Viewer;
  readonly dataClass: DataClass;
  readonly action: string;
}

interface WorkedIn {
  readonly principal: Principal;
  /** What is left of a condition, in terms of `resource` and `context` only. */
  readonly remaining: (condition: Expression) => Expression;
}

function workIn(agreements: AgreementsInForce, { viewer, dataClass, action }: Asked): WorkedIn {
  const principal = principalOf(viewer, agreements);
  const company = viewer.kind === "company" ? viewer.organization : undefined;
  const grants = company === undefined ? [] : agreements.grantsTo(company, dataClass);
  const names = new Set<string>(grants.map(({ name }) => name));
  const never = new Set([
    ...(company === undefined || agreements.partnersOf(company).size === 0 ? ["partner"] : []),
    ...(company === undefined || agreements.agreementsOf(company).size === 0 ? ["party"] : []),
  ]);
  const known: Known = (variable, attribute) => {
    if (variable === "action") return action;
    if (attribute === undefined) return undefined;
    if (variable === "principal") return principal.attributes[attribute];
    return variable === "context" && never.has(attribute) ? false : undefined;
  };
  return { principal, remaining: (condition) => reduce(withoutGrants(condition, names), known) };
}

/** Replaces the question for a grant that the viewer has nowhere by "no". */
function withoutGrants(expression: Expression, names: ReadonlySet<string>): Expression {
  switch (expression.kind) {
    case "value":
    case "variable":
    case "attribute":
      return expression;
    case "not":
    case "isEmpty":
      return { kind: expression.kind, of: withoutGrants(expression.of, names) };
    default: {
      const { kind, left, right } = expression;
      const grant = kind === "contains" ? grantAskedBy(left, right) : undefined;
      if (grant !== undefined && !names.has(grant)) return FALSE;
      return { kind, left: withoutGrants(left, names), right: withoutGrants(right, names) };
    }
  }
}
