import type { Grant } from "./grant.ts";
import { grantsOfClause } from "./grants-of-clause.ts";
import type { Agreement, Disclosure } from "./ledger.ts";
import { lintClauses, type FloorLimits } from "./lint-clauses.ts";
import type { Validity } from "./validity.ts";

/** What an agreement grants as far as it counts. */
export function grantsIn(agreement: Agreement, { state }: Validity, limits: FloorLimits): Grant[] {
  if (state === "NOT_IN_FORCE") return [];
  const grants = openedBy(agreement, limits)
    .filter(({ survives }) => state !== "SURVIVING" || survives)
    .flatMap((each) => each.grants);
  return state === "SUSPENDED" ? grants.filter(({ name }) => name === "NONE") : grants;
}

/** What a clause grants whenever it counts. */
interface Opening {
  /** Whether it counts after a termination, too. */
  readonly survives: boolean;
  readonly grants: readonly Grant[];
}

const openings = new WeakMap<FloorLimits, WeakMap<Agreement, readonly Opening[]>>();

/**
 * Worked out once for each agreement: what is in force is asked for at many moments and for many holders, its
 * terms never change.
 */
function openedBy(agreement: Agreement, limits: FloorLimits): readonly Opening[] {
  const known = openings.get(limits) ?? new WeakMap<Agreement, readonly Opening[]>();
  openings.set(limits, known);
  const opened = known.get(agreement) ?? openingsOf(agreement, limits);
  known.set(agreement, opened);
  return opened;
}

function openingsOf(agreement: Agreement, limits: FloorLimits): readonly Opening[] {
  // A clause below the floor is refused when it is proposed; should one be in force all the same, it grants nothing.
  const refused = new Set(lintClauses(agreement, limits).map(({ clause }) => clause));
  return agreement.clauses
    .filter(({ code }) => !refused.has(code))
    .map((clause) => {
      return { survives: clause.survivesTermination, grants: grantsOfClause(agreement, clause) };
    });
}

/** What a regulator may read by a disclosure request. */
export function grantsOfDisclosure({ id, regulator, subject, dataClasses }: Disclosure): Grant[] {
  return dataClasses.map((dataClass) => ({
    name: "DISCLOSURE",
    dataClass,
    grantor: subject,
    grantee: regulator,
    source: { kind: "disclosure", request: id, subject },
    products: [],
    territories: [],
    ownAgreementOnly: false,
    minimumGroup: 0,
    minimumAge: 0,
  }));
}
