import type { Grant } from "../agreement/grant.ts";
import type { Facts } from "../visibility/fact.ts";

/** The grants that count for an object with these facts. */
export function grantsOn(grants: readonly Grant[], facts: Facts): readonly Grant[] {
  return grants.length === 0 ? grants : grants.filter((each) => countsFor(each, facts));
}

function countsFor(grant: Grant, facts: Facts): boolean {
  // No re-granting: only who owns the object can let others see it.
  if (!facts.owner?.includes(grant.grantor)) return false;
  if (grant.ownAgreementOnly && !belongsTo(grant, facts)) return false;
  if (grant.minimumGroup > 0 && (facts.group ?? 0) < grant.minimumGroup) return false;
  if (grant.minimumAge > 0 && (facts.age ?? 0) < grant.minimumAge) return false;
  // A restriction reaches whatever it may be about; a permission only what it surely covers.
  const covers = grant.name === "NONE" ? touches : contains;
  return covers(grant.products, facts.product) && covers(grant.territories, facts.territory);
}

function belongsTo({ source }: Grant, { agreement = [] }: Facts): boolean {
  return source.kind === "clause" && agreement.includes(source.agreement);
}

function contains(scope: readonly string[], found: readonly string[] = []): boolean {
  return scope.length === 0 || (found.length > 0 && found.every((each) => scope.includes(each)));
}

function touches(scope: readonly string[], found: readonly string[] = []): boolean {
  return scope.length === 0 || found.length === 0 || found.some((each) => scope.includes(each));
}
