import { type ObjectDecisions, explain } from "@maillon/schema/policy";
import { entitlementToAll, isRefusal } from "../filter/entitlements.ts";
import type { FieldRules } from "../filter/field-rules.ts";
import type { Requirement } from "../filter/restrictions.ts";
import { readProfile } from "../filter/viewer-profile.ts";
import type { NeededClasses } from "../filter/visibility-rules.ts";
import type { Redact, Redaction, RedactionQuestion, Refusal } from "../query/guard.ts";
import type { Access } from "./access.ts";
import type { DecisionMemo } from "./decision-memo.ts";
import { decisionsOn } from "./decisions-on.ts";
import type { GuardedContext } from "./guarded-context.ts";

/** What has to be found out before a field, or an object as a whole, may be written. */
type Check =
  | { readonly kind: "open" }
  /** It is kept back from every viewer of the profile, and none may be told. */
  | { readonly kind: "hidden" }
  | { readonly kind: "unmet"; readonly coordinate: string; readonly requirement: Requirement }
  | {
      readonly kind: "decide";
      readonly coordinate: string;
      readonly classes: NeededClasses;
      /** Where the facts are that the decision can turn on. */
      readonly turnsOn: Refusal<unknown>["turnsOn"];
    };

/** The checks on all that an operation writes of the objects of one type. */
interface Checks {
  readonly object: Check;
  readonly fields: readonly Check[];
}

const OPEN: Check = { kind: "open" };

/**
 * Makes what redacts the objects of one type. Whatever does not depend on the object is worked out here, once
 * for an operation and the viewers of a profile; the rest once for equal facts.
 */
export function redactionFor<Context extends GuardedContext>(
  rules: FieldRules,
  question: RedactionQuestion,
): Redact<Context> | undefined {
  const checks = checksFor(rules, question);
  const all = [checks.object, ...checks.fields];
  if (all.every(({ kind }) => kind === "open")) return undefined;
  if (all.every(({ kind }) => kind !== "decide")) {
    const redaction = redactionBy<Context>(checks, undefined);
    return () => redaction;
  }
  return decidedRedactions(checks, (access) => decisionsOn(access, question.type, rules));
}

/** Objects that lie beside each other mostly share their decisions: the latest redaction is found without a search. */
function decidedRedactions<Context extends GuardedContext>(
  checks: Checks,
  memoOf: (access: Access) => DecisionMemo,
): Redact<Context> {
  const known = new WeakMap<ObjectDecisions, Redaction<Context>>();
  let answer: { readonly access: Access; readonly memo: DecisionMemo } | undefined;
  let latest: ObjectDecisions | undefined;
  let redaction: Redaction<Context> | undefined;
  return (object, { access }) => {
    // An answer is written at one go, so that this changes once for each.
    if (answer?.access !== access) answer = { access, memo: memoOf(access) };
    const decisions = answer.memo.on(object);
    if (redaction && decisions === latest) return redaction;
    latest = decisions;
    redaction = known.get(decisions);
    if (!redaction) known.set(decisions, (redaction = redactionBy(checks, decisions)));
    return redaction;
  };
}

function checksFor(rules: FieldRules, { type, fields, profile }: RedactionQuestion): Checks {
  const { entitlements, unmet, facts } = readProfile(profile);
  const isRoot = rules.isRoot(type);
  const check = (coordinate: string, classes: NeededClasses | undefined): Check => {
    const entitlement = classes ? entitlementToAll(entitlements, classes) : "granted";
    if (entitlement === "hidden") return { kind: "hidden" };
    // A root object has no parties: only what holds for every object counts there.
    if (entitlement === "granted" || (isRoot && !isRefusal(entitlement))) return OPEN;
    const needed = new Set(classes?.flatMap((each) => facts[each]));
    // An object that is a fact stands for its id.
    const paths = rules.factsOf(type).filter(({ fact }) => needed.has(fact));
    const turnsOn = paths.map(({ path }) => [...path, "id"]);
    return { kind: "decide", coordinate, classes: classes ?? [], turnsOn };
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

function redactionBy<Context extends GuardedContext>(
  checks: Checks,
  decisions: ObjectDecisions | undefined,
): Redaction<Context> {
  const refusalBy = (check: Check): Refusal<Context> | undefined => refusal(check, decisions);
  const object = refusalBy(checks.object);
  if (object) return { object, fields: undefined };
  const fields = checks.fields.map(refusalBy);
  return { object, fields: fields.some((each) => each !== undefined) ? fields : undefined };
}

function refusal<Context extends GuardedContext>(
  check: Check,
  decisions: ObjectDecisions | undefined,
): Refusal<Context> | undefined {
  switch (check.kind) {
    case "open":
      return undefined;
    case "hidden":
      return HIDDEN;
    case "unmet":
      return {
        tell: ({ access }, path) => access.refusals.noteUnmet(check.coordinate, check.requirement, path),
        turnsOn: [],
      };
    case "decide": {
      if (!decisions) return HIDDEN;
      if (decisions.ofAll(check.classes).visible) return undefined;
      const explanation = explain({ decisions }, check.coordinate, check.classes);
      return { tell: ({ access }, path) => access.refusals.note(explanation, path), turnsOn: check.turnsOn };
    }
  }
}

const HIDDEN: Refusal<unknown> = { tell: () => {}, turnsOn: [] };
