import { type ObjectDecisions, explain } from "@maillon/schema/policy";
import { type FieldRules, isRefusal } from "../filter/field-rules.ts";
import { outlookOnAll } from "../filter/outlooks.ts";
import { readProfile } from "../filter/profile.ts";
import type { Requirement } from "../filter/restrictions.ts";
import type { NeededClasses } from "../filter/visibility-rules.ts";
import type { Clear, Clearance, ClearanceQuestion, Refuse } from "../respond/guard.ts";
import type { DecisionMemo } from "./decision-memo.ts";
import { decisionsOn } from "./decisions-on.ts";
import type { GuardedContext } from "./guarded-context.ts";
import type { Sight } from "./sight.ts";

/** What has to be found out before a field, or an object as a whole, may be written. */
type Check =
  | { readonly kind: "open" }
  /** It is kept back from every viewer of the profile, and none may be told. */
  | { readonly kind: "hidden" }
  | { readonly kind: "unmet"; readonly coordinate: string; readonly requirement: Requirement }
  | { readonly kind: "decide"; readonly coordinate: string; readonly classes: NeededClasses };

/** The checks on all that an operation writes of the objects of one type. */
interface Checks {
  readonly object: Check;
  readonly fields: readonly Check[];
}

const OPEN: Check = { kind: "open" };

/**
 * Makes what finds the clearance of objects. Whatever does not depend on the object is worked out here, once
 * for an operation and the viewers of a profile; the rest once for equal facts.
 */
export function clearancesFor<Context extends GuardedContext>(
  rules: FieldRules,
  question: ClearanceQuestion,
): Clear<Context> | undefined {
  const checks = checksFor(rules, question);
  const all = [checks.object, ...checks.fields];
  if (all.every(({ kind }) => kind === "open")) return undefined;
  if (all.every(({ kind }) => kind !== "decide")) {
    const clearance = clearanceBy<Context>(checks, undefined);
    return () => clearance;
  }
  return decidedClearances(checks, (sight) => decisionsOn(sight, question.type, rules));
}

/** Objects that lie beside each other mostly share their decisions: the latest clearance is found without a search. */
function decidedClearances<Context extends GuardedContext>(
  checks: Checks,
  memoOf: (sight: Sight) => DecisionMemo,
): Clear<Context> {
  const known = new WeakMap<ObjectDecisions, Clearance<Context>>();
  let answer: { readonly sight: Sight; readonly memo: DecisionMemo } | undefined;
  let latest: ObjectDecisions | undefined;
  let clearance: Clearance<Context> | undefined;
  return (object, { sight }) => {
    // An answer is written at one go, so that this changes once for each.
    if (answer?.sight !== sight) answer = { sight, memo: memoOf(sight) };
    const decisions = answer.memo.on(object);
    if (clearance && decisions === latest) return clearance;
    latest = decisions;
    clearance = known.get(decisions);
    if (!clearance) known.set(decisions, (clearance = clearanceBy(checks, decisions)));
    return clearance;
  };
}

function checksFor(rules: FieldRules, { type, fields, profile }: ClearanceQuestion): Checks {
  const { outlooks, unmet } = readProfile(profile);
  const isRoot = rules.isRoot(type);
  const check = (coordinate: string, classes: NeededClasses | undefined): Check => {
    const outlook = classes ? outlookOnAll(outlooks, classes) : "V";
    if (outlook === "H") return { kind: "hidden" };
    // A root object has no parties: only what holds for every object counts there.
    if (outlook === "V" || (isRoot && !isRefusal(outlook))) return OPEN;
    return { kind: "decide", coordinate, classes: classes ?? [] };
  };
  const checkField = (field: string): Check => {
    // The gateway itself answers for its schema and for the names of types.
    if (field.startsWith("__")) return OPEN;
    const coordinate = `${type}.${field}`;
    const requirement = rules.requirements(type, field).find(({ text }) => unmet.has(text));
    if (requirement) return { kind: "unmet", coordinate, requirement };
    return check(coordinate, rules.fieldClasses(type, field));
  };
  return {
    object: isRoot ? OPEN : check(type, rules.objectClasses(type)),
    fields: fields.map(checkField),
  };
}

function clearanceBy<Context extends GuardedContext>(
  checks: Checks,
  decisions: ObjectDecisions | undefined,
): Clearance<Context> {
  const refusalBy = (check: Check): Refuse<Context> | undefined => refusal(check, decisions);
  const object = refusalBy(checks.object);
  if (object) return { object, fields: undefined };
  const fields = checks.fields.map(refusalBy);
  return { object, fields: fields.some((each) => each !== undefined) ? fields : undefined };
}

function refusal<Context extends GuardedContext>(
  check: Check,
  decisions: ObjectDecisions | undefined,
): Refuse<Context> | undefined {
  switch (check.kind) {
    case "open":
      return undefined;
    case "hidden":
      return tellNothing;
    case "unmet":
      return ({ sight }, path) => sight.refusals.noteUnmet(check.coordinate, check.requirement, path);
    case "decide": {
      if (!decisions) return tellNothing;
      if (decisions.ofAll(check.classes).visible) return undefined;
      const explanation = explain({ decisions }, check.coordinate, check.classes);
      return ({ sight }, path) => sight.refusals.note(explanation, path);
    }
  }
}

function tellNothing(): void {}
