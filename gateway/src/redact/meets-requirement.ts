import type { Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/policy";
import type { Requirement } from "../filter/restrictions.ts";

/**
 * Whether a viewer meets a requirement of the standard directives. Whoever got here is authenticated; scopes
 * are the roles of the viewer's token; policies are `role:…`, or `kind:…` and `authority:…` as the ledger
 * knows the viewer's company. A policy of another name is unknown, and that means no.
 */
export function meetsRequirement(
  { kind, anyOf }: Requirement,
  viewer: Viewer,
  agreements: AgreementsInForce | undefined,
): boolean {
  if (kind === "authenticated") return true;
  const roles = viewer.kind === "company" ? viewer.roles : [];
  const held = new Set(kind === "requiresScopes" ? roles : policiesOf(viewer, agreements));
  return anyOf.some((all) => all.every((each) => held.has(each)));
}

function policiesOf(viewer: Viewer, agreements: AgreementsInForce | undefined): string[] {
  if (viewer.kind === "consumer") return ["kind:CONSUMER"];
  const { kinds = [], authorities = [] } = agreements?.companies.get(viewer.organization) ?? {};
  return [
    ...viewer.roles.map((role) => `role:${role}`),
    ...kinds.map((kind) => `kind:${kind}`),
    ...authorities.map((authority) => `authority:${authority}`),
  ];
}
