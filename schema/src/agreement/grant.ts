import type { DataClass } from "../data-class.ts";
import type { ClauseRecord } from "../exchange/clause.ts";

/** What a clause or a disclosure request can add to a decision; policies ask for these by name. */
export const GRANT_NAMES = [
  // Levels of a DATA_SHARING or PRICE_VISIBILITY clause.
  "NONE",
  "EXISTENCE",
  "PSEUDONYMOUS",
  "AGGREGATE",
  "IDENTIFIED",
  "FULL",
  // Other clauses.
  "CO_OWNED",
  "JOINT_CONTROLLER",
  "SERVICE",
  "KPI_SHARING",
  // An open disclosure request.
  "DISCLOSURE",
] as const;

export type GrantName = (typeof GRANT_NAMES)[number];

/** Something that one company lets another one do with one class of its objects. */
export interface Grant {
  readonly name: GrantName;
  readonly dataClass: DataClass;
  /** The company that lets; the grant counts only for objects that it owns. */
  readonly grantor: string;
  /** The company that may. */
  readonly grantee: string;
  readonly source: GrantSource;
  /** Product ids; none: every product. */
  readonly products: readonly string[];
  /** Countries; none: everywhere. */
  readonly territories: readonly string[];
  /** Whether it counts only for objects that name its agreement, such as a dashboard. */
  readonly ownAgreementOnly: boolean;
  /** Parties that an aggregate needs at least; 0: it need not be an aggregate. */
  readonly minimumGroup: number;
  /** Days that the data must be old. */
  readonly minimumAge: number;
}

/** Whether a grant counts for some of its grantor's objects only, and not for all alike. */
export function isScoped({
  products,
  territories,
  ownAgreementOnly,
  minimumGroup,
  minimumAge,
}: Grant): boolean {
  return ownAgreementOnly || products.length + territories.length + minimumGroup + minimumAge > 0;
}

/** Where a grant comes from; told only to companies that are a party to it. */
export type GrantSource = ClauseSource | DisclosureSource;

/** A clause of an agreement in force. */
export interface ClauseSource {
  readonly kind: "clause";
  readonly agreement: string;
  readonly version: number;
  /** How the agreement numbers it, such as `4.2`. */
  readonly clause: string;
  readonly type: ClauseRecord["type"];
}

/** An open request of a regulator. */
export interface DisclosureSource {
  readonly kind: "disclosure";
  readonly request: string;
  /** The company whose data it asks for. */
  readonly subject: string;
}
