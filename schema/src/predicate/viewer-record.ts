import type { AgreementsInForce } from "../agreement/agreements-in-force.ts";
import { type Grant, isScoped } from "../agreement/grant.ts";
import { DATA_CLASSES, type DataClass } from "../data-class.ts";
import { principalOf } from "../decision/principal-of.ts";
import type { Viewer } from "../viewer.ts";

/** A grant with a scope, under the column names that a session predicate reads it by. */
export interface ScopedGrant {
  readonly grantor: string;
  readonly products: readonly string[] | null;
  readonly territories: readonly string[] | null;
  /** The agreement that it comes from; null for a disclosure request. */
  readonly agreement: string | null;
  /** Whether the object must belong to that agreement. */
  readonly own_only: boolean;
  readonly least_group: number;
  readonly least_age: number;
}

/**
 * What a database session has to know of a viewer to decide by itself: who asks, and what agreements in force give
 * her. It goes into the session as JSON; only the companies and grants that concern this viewer are in it.
 */
export interface ViewerRecord {
  /** False without a believable ledger: then only what is public is visible. */
  readonly ledger: boolean;
  readonly kinds: readonly string[];
  readonly authorities: readonly string[];
  readonly partners: readonly string[];
  /** The agreements that the viewer's company is a party to. */
  readonly agreements: readonly string[];
  /** The grantors of grants without a scope, by `grantKey`. */
  readonly plain: Readonly<Record<string, readonly string[]>>;
  /** The grants with a scope, by `grantKey`. */
  readonly scoped: Readonly<Record<string, readonly ScopedGrant[]>>;
}

/** The name under which a viewer record holds the grants of one name on one class. */
export function grantKey(dataClass: DataClass, grant: string): string {
  return `${dataClass}/${grant}`;
}

/**
 * Every company that grants a viewer anything: whatever is not hers can be visible only if its owner is among
 * these.
 */
export function grantorsOf({ plain, scoped }: ViewerRecord): string[] {
  const scopedGrantors = Object.values(scoped).flatMap((grants) => grants.map(({ grantor }) => grantor));
  return [...new Set([...Object.values(plain).flat(), ...scopedGrantors])].toSorted();
}

/** What a session is told of a viewer; `undefined` agreements: no ledger is known, or it is too old. */
export function viewerRecordOf(viewer: Viewer, agreements: AgreementsInForce | undefined): ViewerRecord {
  const none = { kinds: [], authorities: [], partners: [], agreements: [], plain: {}, scoped: {} };
  if (agreements === undefined) return { ledger: false, ...none };
  if (viewer.kind === "consumer") return { ledger: true, ...none };
  const { kinds, authorities } = principalOf(viewer, agreements).attributes;
  const grants = DATA_CLASSES.flatMap((each) => agreements.grantsTo(viewer.organization, each));
  return {
    ledger: true,
    kinds: wordsOf(kinds),
    authorities: wordsOf(authorities),
    partners: [...agreements.partnersOf(viewer.organization)],
    agreements: [...agreements.agreementsOf(viewer.organization)],
    plain: byKey(
      grants.filter((each) => !isScoped(each)),
      ({ grantor }) => grantor,
    ),
    scoped: byKey(grants.filter(isScoped), scopedGrantOf),
  };
}

function scopedGrantOf(grant: Grant): ScopedGrant {
  return {
    grantor: grant.grantor,
    products: grant.products.length > 0 ? grant.products : null,
    territories: grant.territories.length > 0 ? grant.territories : null,
    agreement: grant.source.kind === "clause" ? grant.source.agreement : null,
    own_only: grant.ownAgreementOnly,
    least_group: grant.minimumGroup,
    least_age: grant.minimumAge,
  };
}

function byKey<Held>(grants: readonly Grant[], hold: (grant: Grant) => Held): Record<string, Held[]> {
  const held: Record<string, Held[]> = {};
  for (const each of grants) (held[grantKey(each.dataClass, each.name)] ??= []).push(hold(each));
  return held;
}

function wordsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
