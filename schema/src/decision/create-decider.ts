import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import type { PolicySet } from "../policy/load-policies.ts";
import type { FactName, Facts } from "../visibility/fact.ts";
import { factsKey, rawFactsKey, readFacts, type RawFacts } from "../visibility/read-facts.ts";
import type { Viewer } from "../viewer.ts";
import { decide, refused, strictest } from "./decide.ts";
import { askingOf } from "./policy-request.ts";
import type { Reason, Verdict } from "./verdict.ts";

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
  /** The same from facts as they come in an answer; they are read only when no equal ones were read before. */
  readonly onRaw: (raw: RawFacts, names: readonly FactName[]) => ObjectDecisions;
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
  agreementsOf: () => new Set(),
  between: () => [],
  on: () => NOBODY,
  heldBy: () => NOBODY,
};
const STALE: Reason = {
  rule: "ledger-stale",
  why: "It is not known which agreements are in force.",
  sources: [],
};

/**
 * How many different facts are remembered, so that viewers who see thousands of objects do not fill the memory; then the
 * memo starts anew. It is asked for single objects: the order of use, as a bounded cache keeps it, would cost ten times
 * the look.
 */
const REMEMBERED = 20_000;

/** Makes the decider of one viewer: a gateway keeps one for each company or consumer as long as the epoch lasts. */
export function createDecider(sources: DecisionSources, viewer: Viewer): Decider {
  const agreements = sources.agreements ?? NOBODY;
  const asking = askingOf(agreements, viewer);
  const stale = sources.agreements === undefined;
  const decideOne = (dataClass: DataClass, facts: Facts) =>
    stale && dataClass !== "PUBLIC"
      ? refused(dataClass, [STALE])
      : decide(sources.policies, asking, { dataClass, facts });
  const memo = new Map<string, ObjectDecisions>();
  const at = (key: string, read: () => Facts) => {
    const known = memo.get(key);
    if (known) return known;
    if (memo.size >= REMEMBERED) memo.clear();
    const facts = read();
    const decisions = decisionsOn((dataClass) => decideOne(dataClass, facts));
    memo.set(key, decisions);
    return decisions;
  };
  return {
    epoch: sources.agreements?.epoch,
    decide: decideOne,
    on: (facts) => at(factsKey(facts), () => facts),
    onRaw: (raw, names) => at(rawFactsKey(raw, names), () => readFacts(raw)),
  };
}

function decisionsOn(decideOn: (dataClass: DataClass) => Verdict): ObjectDecisions {
  const made = new Map<DataClass, Verdict>();
  const of = (dataClass: DataClass) => {
    const known = made.get(dataClass);
    if (known) return known;
    const verdict = decideOn(dataClass);
    made.set(dataClass, verdict);
    return verdict;
  };
  const ofAll = (classes: readonly DataClass[]) => {
    const first = classes[0];
    return first !== undefined && classes.length === 1 ? of(first) : strictest(classes.map(of));
  };
  return { of, ofAll };
}
