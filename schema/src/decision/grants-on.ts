import type { Grant } from "../agreement/grant.ts";
import type { Facts } from "../visibility/fact.ts";

/** The grants that count for an object with these facts. */
export function grantsOn(grants: readonly Grant[], facts: Facts): readonly Grant[] {
  return grants.length === 0 ? grants : grants.filter((each) => countsFor(each, facts));
}

function countsFor(grant: Grant, facts: Facts): boolean {
  // No re-granting: only who owns the object can let others see it.
  if (!facts.owner?.includes(grant.grantor)) return false;
  const within = belongsTo(grant, facts);
  if (grant.ownAgreementOnly && !within) return false;
  if (grant.minimumGroup > 0 && (facts.group ?? 0) < grant.minimumGroup) return false;
  if (grant.minimumAge > 0 && (facts.age ?? 0) < grant.minimumAge) return false;
  // A restriction reaches whatever it may be about; a permission only what it surely covers. Whoever put an object
  // under the agreement held it to be within its scope, so that it is, unless it names something that lies outside.
  const open = grant.name === "NONE" || within;
  return (
    covers(grant, { scope: grant.products, found: facts.product, open }) &&
    covers(grant, { scope: grant.territories, found: facts.territory, open })
  );
}

function belongsTo({ source }: Grant, { agreement = [] }: Facts): boolean {
  return source.kind === "clause" && agreement.includes(source.agreement);
}

interface Extent {
  /** What the agreement is about; nothing: everything. */
  readonly scope: readonly string[];
  /** What the object is about, as far as it says so. */
  readonly found: readonly string[] | undefined;
  /** What holds for an object that does not say. */
  readonly open: boolean;
}

function covers({ name }: Grant, { scope, found = [], open }: Extent): boolean {
  if (scope.length === 0) return true;
  if (found.length === 0) return open;
  return name === "NONE"
    ? found.some((each) => scope.includes(each))
    : found.every((each) => scope.includes(each));
}
