import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import type { Viewer } from "../viewer.ts";
import { createDecider, type DecisionSources } from "./create-decider.ts";
import type { Reason } from "./verdict.ts";

/** The field of an object that a question is about. */
export interface OwnedField {
  readonly facts: Facts;
  readonly classes: readonly DataClass[];
}

/** Someone who can see the field, and why. */
export interface Seer {
  /** A company's id, or the customer relation of a consumer. */
  readonly party: string;
  readonly because: readonly Reason[];
}

export type SeersAnswer =
  | { readonly ok: true; readonly seers: readonly Seer[] }
  | { readonly ok: false; readonly why: string };

/**
 * Who can see a field: answered to its owner only. For another day the caller passes what is in force on that day.
 * Clauses are named when the asking company is the only owner: with several, they may be another one's agreement.
 */
export function whoCanSee(
  sources: DecisionSources,
  asking: Viewer,
  { facts, classes }: OwnedField,
): SeersAnswer {
  const owners = facts.owner ?? [];
  if (asking.kind !== "company" || !owners.includes(asking.organization)) {
    return { ok: false, why: "Only the owner of an object is told who can see it." };
  }
  const companies = [...(sources.agreements?.companies.keys() ?? [])].map(companyViewer);
  const persons = (facts.subject ?? []).filter((each) => each.startsWith("cus_")).map(consumerViewer);
  const seers = [...companies, ...persons].flatMap(({ party, viewer }) => {
    const decisions = createDecider(sources, viewer).on(facts);
    const verdicts = classes.map(decisions.of);
    if (!decisions.ofAll(classes).visible) return [];
    return [
      {
        party,
        because: verdicts.flatMap(({ because }) => because.map(owners.length === 1 ? same : anonymous)),
      },
    ];
  });
  return { ok: true, seers };
}

function companyViewer(party: string): { party: string; viewer: Viewer } {
  return { party, viewer: { kind: "company", organization: party, roles: [], subject: party } };
}

function consumerViewer(party: string): { party: string; viewer: Viewer } {
  return { party, viewer: { kind: "consumer", customers: [party], subject: party } };
}

function same(reason: Reason): Reason {
  return reason;
}

function anonymous(reason: Reason): Reason {
  return { ...reason, sources: [] };
}
