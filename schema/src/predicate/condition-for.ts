import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { Grant } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { DecisionSources } from "../decision/create-decider.ts";
import { principalOf } from "../decision/principal-of.ts";
import { thingOf } from "../decision/thing-of.ts";
import type { Expression } from "../policy/expression.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import type { Principal } from "../policy/request.ts";
import type { Viewer } from "../viewer.ts";
import { allOf, anyOf, FALSE, isValue, opposite, reduce, TRUE, type Known } from "./reduce.ts";

/** Under which condition on an object's facts a viewer may read a class. */
export interface Condition {
  /** In terms of `resource` and `context` only; the viewer is worked in. */
  readonly expression: Expression;
  /** The grants that `context.grants` stands for, each counting only for objects that it covers. */
  readonly grants: readonly Grant[];
  /** The companies that `context.partner` stands for. */
  readonly partners: readonly string[];
  /** The agreements that `context.party` stands for. */
  readonly agreements: readonly string[];
}

/** The facts that are known to be missing on every object; undefined: they have a value of their own. */
export type MissingFacts = (fact: string) => boolean;

const MISSING = thingOf({});
const NOTHING: Omit<Condition, "expression"> = { grants: [], partners: [], agreements: [] };

/** Evaluates the policies as far as they go without the object. */
export function conditionFor(
  { policies, agreements }: DecisionSources,
  viewer: Viewer,
  { dataClass, missing = () => false }: { readonly dataClass: DataClass; readonly missing?: MissingFacts },
): Condition {
  if (!agreements) return { expression: dataClass === "PUBLIC" ? TRUE : FALSE, ...NOTHING };
  const circumstances = circumstancesOf(viewer, agreements, dataClass);
  const principal = principalOf(viewer, agreements);
  const known = knowledge({ principal, action: dataClass, missing, circumstances });
  const names = new Set<string>(circumstances.grants.map(({ name }) => name));
  return { expression: verdictOf(policies, principal, { dataClass, known, names }), ...circumstances };
}

/** Whether a viewer may read a class of any object, of none, or depending on its facts. */
export function outlook(
  sources: DecisionSources,
  viewer: Viewer,
  dataClass: DataClass,
): "visible" | "refused" | "depends" {
  const { expression } = conditionFor(sources, viewer, { dataClass });
  if (expression.kind !== "value") return "depends";
  return isValue(expression, true) ? "visible" : "refused";
}

/** What remains open of each policy that has a say on an action, once the viewer is worked in. */
export function remainingConditions(
  { policies }: DecisionSources,
  agreements: AgreementsInForce,
  { viewer, dataClass, action }: { viewer: Viewer; dataClass: DataClass; action: string },
): readonly Expression[] {
  const circumstances = circumstancesOf(viewer, agreements, dataClass);
  const principal = principalOf(viewer, agreements);
  const known = knowledge({ principal, action, missing: () => false, circumstances });
  const names = new Set<string>(circumstances.grants.map(({ name }) => name));
  const applying = policies.compiled.policiesOn(action, principal.type);
  return applying.map(({ condition }) => reduce(withoutGrants(condition, names), known));
}

function circumstancesOf(
  viewer: Viewer,
  agreements: AgreementsInForce,
  dataClass: DataClass,
): Omit<Condition, "expression"> {
  if (viewer.kind === "consumer") return NOTHING;
  return {
    grants: agreements.grantsTo(viewer.organization, dataClass),
    partners: [...agreements.partnersOf(viewer.organization)],
    agreements: [...agreements.agreementsOf(viewer.organization)],
  };
}

interface Knowledge {
  readonly principal: Principal;
  readonly action: string;
  readonly missing: MissingFacts;
  readonly circumstances: Omit<Condition, "expression">;
}

function knowledge({ principal, action, missing, circumstances }: Knowledge): Known {
  const never = new Set([
    ...(circumstances.partners.length === 0 ? ["partner"] : []),
    ...(circumstances.agreements.length === 0 || missing("agreement") ? ["party"] : []),
  ]);
  return (variable, attribute) => {
    switch (variable) {
      case "principal":
        return attribute === undefined ? undefined : principal.attributes[attribute];
      case "action":
        return action;
      case "resource":
        return attribute !== undefined && missing(attribute) ? MISSING[attribute] : undefined;
      case "context":
        return attribute !== undefined && never.has(attribute) ? false : undefined;
    }
  };
}

interface Question {
  readonly dataClass: DataClass;
  readonly known: Known;
  readonly names: ReadonlySet<string>;
}

/** One permit applies and no forbid does. */
function verdictOf(
  { compiled }: PolicySet,
  principal: Principal,
  { dataClass, known, names }: Question,
): Expression {
  const applying = compiled.policiesOn(dataClass, principal.type);
  const holds = (effect: "permit" | "forbid") =>
    applying
      .filter((policy) => policy.effect === effect)
      .map(({ condition }) => reduce(withoutGrants(condition, names), known));
  return allOf([anyOf(holds("permit")), opposite(anyOf(holds("forbid")))]);
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

/** The name in `context.grants.contains(name)`; undefined when an expression is another one. */
export function grantAskedBy(left: Expression, right: Expression): string | undefined {
  if (left.kind !== "attribute" || left.name !== "grants" || right.kind !== "value") return undefined;
  if (left.of.kind !== "variable" || left.of.name !== "context") return undefined;
  return typeof right.value === "string" ? right.value : undefined;
}
