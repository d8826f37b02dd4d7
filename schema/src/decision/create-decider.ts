import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { Grant } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import { toldAction, type Policy } from "../policy/policy.ts";
import type { Attributes, PolicyRequest, Principal } from "../policy/request.ts";
import type { Facts } from "../visibility/fact.ts";
import { factsKey } from "../visibility/read-facts.ts";
import type { Viewer } from "../viewer.ts";
import { grantsOn } from "./grants-on.ts";
import { principalOf } from "./principal-of.ts";
import { thingOf } from "./thing-of.ts";
import type { Reason, Refused, Verdict } from "./verdict.ts";

/** What decisions are made from. */
export interface DecisionSources {
  readonly policies: PolicySet;
  /** Undefined when no ledger is known or it is too old: then only what is public is visible. */
  readonly agreements: AgreementsInForce | undefined;
}

/** Decides for one viewer, as long as the epoch lasts. */
export interface Decider {
  /** The epoch of every decision; undefined without a ledger. */
  readonly epoch: number | undefined;
  /** The decisions on an object with these facts; objects with equal facts share them. */
  readonly on: (facts: Facts) => ObjectDecisions;
  /** One decision without a memo. */
  readonly decide: (dataClass: DataClass, facts: Facts) => Verdict;
}

/** The decisions on one object. */
export interface ObjectDecisions {
  /** The decision on a class; made once. */
  readonly of: (dataClass: DataClass) => Verdict;
  /** The decision on a field of several classes: all are needed, the first refusal counts, a hidden one above all. */
  readonly ofAll: (classes: readonly DataClass[]) => Verdict;
}

const NOBODY: AgreementsInForce = {
  epoch: 0,
  companies: new Map(),
  grantsTo: () => [],
  partnersOf: () => new Set(),
};
const STALE: Reason = {
  rule: "ledger-stale",
  why: "It is not known which agreements are in force.",
  sources: [],
};
const FAILED: Reason = { rule: "policy-failed", why: "A rule could not be applied.", sources: [] };

// Viewers who see thousands of objects with different facts must not fill the memory: then the memo starts anew.
const LARGEST_MEMO = 20_000;

/** Makes the decider of one viewer: a gateway keeps one per (viewer profile, epoch), an owner one per request. */
export function createDecider(sources: DecisionSources, viewer: Viewer): Decider {
  const agreements = sources.agreements ?? NOBODY;
  const asking = { ...sources, agreements, viewer, principal: principalOf(viewer, agreements) };
  const stale = sources.agreements === undefined;
  const decide = (dataClass: DataClass, facts: Facts) =>
    stale && dataClass !== "PUBLIC" ? refused(dataClass, [STALE]) : decideOne(asking, dataClass, facts);
  const memo = new Map<string, ObjectDecisions>();
  return {
    epoch: sources.agreements?.epoch,
    decide,
    on: (facts) => {
      const key = factsKey(facts);
      const known = memo.get(key);
      if (known) return known;
      if (memo.size >= LARGEST_MEMO) memo.clear();
      const decisions = decisionsOn((dataClass) => decide(dataClass, facts));
      memo.set(key, decisions);
      return decisions;
    },
  };
}

function decisionsOn(decide: (dataClass: DataClass) => Verdict): ObjectDecisions {
  const made = new Map<DataClass, Verdict>();
  const of = (dataClass: DataClass) => {
    const known = made.get(dataClass);
    if (known) return known;
    const verdict = decide(dataClass);
    made.set(dataClass, verdict);
    return verdict;
  };
  return { of, ofAll: (classes) => strictest(classes.map(of)) };
}

/** The verdict on a field of all these classes; a field without any class is closed. */
function strictest(verdicts: readonly Verdict[]): Verdict {
  const hidden = verdicts.find(({ effect }) => effect === "HIDDEN");
  const denied = verdicts.find(({ visible }) => !visible);
  return hidden ?? denied ?? verdicts[0] ?? refused("PUBLIC", [UNCLASSIFIED]);
}

const UNCLASSIFIED: Reason = { rule: "unclassified", why: "The field has no data class.", sources: [] };

interface Standpoint {
  readonly agreements: AgreementsInForce;
  readonly viewer: Viewer;
  readonly principal: Principal;
}

interface Asking extends Standpoint {
  readonly policies: PolicySet;
}

function decideOne(asking: Asking, dataClass: DataClass, facts: Facts): Verdict {
  const { policies } = asking;
  const grants = grantsFor(asking, dataClass, facts);
  const question = requestWith(asking, dataClass, { facts, grants });
  const read = policies.compiled.answer(question);
  const because = read.failed ? [FAILED] : read.reasons.map((policy) => reasonOf(policy, grants));
  if (read.decision === "allow") return { visible: true, effect: "GRANTED", dataClass, because };
  const told = policies.compiled.answer({ ...question, action: toldAction(dataClass) });
  if (told.decision === "deny") return refused(dataClass, because);
  const missing = because.length > 0 ? [] : missingFor(asking, dataClass);
  return { visible: false, effect: "DENIED", dataClass, because, missing };
}

function grantsFor({ agreements, viewer }: Standpoint, dataClass: DataClass, facts: Facts): readonly Grant[] {
  if (viewer.kind === "consumer") return [];
  return grantsOn(agreements.grantsTo(viewer.organization, dataClass), facts);
}

/** The question that a decision puts to the policies: for audits, and to compare with Cedar's own implementation. */
export function policyRequestFor(
  agreements: AgreementsInForce,
  viewer: Viewer,
  { dataClass, facts }: { readonly dataClass: DataClass; readonly facts: Facts },
): PolicyRequest {
  const asking = { agreements, viewer, principal: principalOf(viewer, agreements) };
  return requestWith(asking, dataClass, { facts, grants: grantsFor(asking, dataClass, facts) });
}

function requestWith(
  asking: Standpoint,
  dataClass: DataClass,
  { facts, grants }: { readonly facts: Facts; readonly grants: readonly Grant[] },
): PolicyRequest {
  const context = circumstances(asking, grants, facts);
  return { principal: asking.principal, action: dataClass, resource: thingOf(facts), context };
}

function circumstances(
  { agreements, viewer }: Standpoint,
  grants: readonly Grant[],
  facts: Facts,
): Attributes {
  const partners = viewer.kind === "company" ? agreements.partnersOf(viewer.organization) : undefined;
  return {
    grants: grants.map(({ name }) => name),
    partner: partners !== undefined && (facts.owner ?? []).some((each) => partners.has(each)),
  };
}

function reasonOf({ id, why, grant }: Policy, grants: readonly Grant[]): Reason {
  return { rule: id, why, sources: grants.filter(({ name }) => name === grant).map(({ source }) => source) };
}

function missingFor({ policies, principal }: Asking, dataClass: DataClass): string[] {
  const able = policies.compiled.policiesOn(dataClass, principal.type);
  const regulator = principal.attributes["kinds"];
  const mine = able.filter(({ grant }) => grant !== "DISCLOSURE" || isRegulator(regulator));
  return mine.flatMap(({ effect, missing }) => (effect === "permit" && missing ? [missing] : []));
}

function isRegulator(kinds: Attributes[string] | undefined): boolean {
  return typeof kinds === "object" && kinds.includes("REGULATOR");
}

function refused(dataClass: DataClass, because: readonly Reason[]): Refused {
  return { visible: false, effect: "HIDDEN", dataClass, because, missing: [] };
}
