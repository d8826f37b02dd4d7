import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import type { Grant } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { Attributes, PolicyRequest, Principal } from "../policy/request.ts";
import type { Facts } from "../visibility/fact.ts";
import type { Viewer } from "../viewer.ts";
import { grantsOn } from "./grants-on.ts";
import { principalOf } from "./principal-of.ts";
import { thingOf } from "./thing-of.ts";

/** Who asks, and under which agreements: what decisions of one viewer share as long as an epoch lasts. */
export interface Asking {
  readonly agreements: AgreementsInForce;
  readonly viewer: Viewer;
  readonly principal: Principal;
}

/** What the questions of a viewer share. */
export function askingOf(agreements: AgreementsInForce, viewer: Viewer): Asking {
  return { agreements, viewer, principal: principalOf(viewer, agreements) };
}

/** The question that a decision puts to the policies: for audits, and to compare with Cedar's own implementation. */
export function policyRequestFor(
  agreements: AgreementsInForce,
  viewer: Viewer,
  { dataClass, facts }: { readonly dataClass: DataClass; readonly facts: Facts },
): PolicyRequest {
  const asking = askingOf(agreements, viewer);
  return requestWith(asking, dataClass, { facts, grants: grantsFor(asking, dataClass, facts) });
}

/** The grants that a viewer has on one class of an object. */
export function grantsFor(
  { agreements, viewer }: Asking,
  dataClass: DataClass,
  facts: Facts,
): readonly Grant[] {
  if (viewer.kind === "consumer") return [];
  return grantsOn(agreements.grantsTo(viewer.organization, dataClass), facts);
}

/** The question about one class of an object, the grants being known. */
export function requestWith(
  asking: Asking,
  dataClass: DataClass,
  { facts, grants }: { readonly facts: Facts; readonly grants: readonly Grant[] },
): PolicyRequest {
  const context = circumstances(asking, grants, facts);
  return { principal: asking.principal, action: dataClass, resource: thingOf(facts), context };
}

/** What the policies are told beside viewer and object. */
export function circumstances(
  { agreements, viewer }: Asking,
  grants: readonly Grant[],
  facts: Facts,
): Attributes {
  const names = grants.map(({ name }) => name);
  if (viewer.kind === "consumer") return { grants: names, partner: false, party: false };
  const partners = agreements.partnersOf(viewer.organization);
  const own = agreements.agreementsOf(viewer.organization);
  return {
    grants: names,
    partner: (facts.owner ?? []).some((each) => partners.has(each)),
    party: (facts.agreement ?? []).some((each) => own.has(each)),
  };
}
