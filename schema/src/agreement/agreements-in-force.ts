import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import type { Grant } from "./grant.ts";
import { grantsOfClause } from "./grants-of-clause.ts";
import { ledgerAbout, narrowLedger, type Agreement, type Disclosure, type Ledger } from "./ledger.ts";
import { FLOOR_LIMITS, lintClauses, type FloorLimits } from "./lint-clauses.ts";
import { activationOf, reached, validityOf, type Validity } from "./validity.ts";

/** What the ledger says of a company. */
export interface CompanyProfile {
  /** `Organization.roles`. */
  readonly kinds: readonly string[];
  readonly authorities: readonly string[];
}

/** The agreements of a ledger between two boundary times: immutable, indexed by who may. */
export interface AgreementsInForce {
  /** Increases whenever an agreement changes, begins or ends; part of every decision and cache key. */
  readonly epoch: number;
  /** Every company that the ledger knows. */
  readonly companies: ReadonlyMap<string, CompanyProfile>;
  /** What a company may by clause or disclosure, for one class. */
  readonly grantsTo: (company: string, dataClass: DataClass) => readonly Grant[];
  /** The companies with which a company has any agreement in force. */
  readonly partnersOf: (company: string) => ReadonlySet<string>;
  /** Ids of the agreements that a company is a party to, whatever became of them. */
  readonly agreementsOf: (company: string) => ReadonlySet<string>;
  /**
   * Ids of the agreements between two companies that count in any way, also those of which only some clauses
   * still do.
   */
  readonly between: (one: string, other: string) => readonly string[];
  /**
   * What was in force at another moment, or will be, as far as the same ledger knows. It is worked out at each
   * call, and therefore of what decides on one object alone.
   */
  readonly on: (moment: number, facts: Facts) => AgreementsInForce;
  /** What of all this a company knows that holds only its own agreements; worked out once for each company. */
  readonly heldBy: (company: string) => AgreementsInForce;
}

const NO_GRANTS: readonly Grant[] = [];
const NOBODY: ReadonlySet<string> = new Set();

/** What is in force at a moment. Callers that ask again and again use `openLedger`, which does it once per boundary. */
export function inForce(ledger: Ledger, at: number, limits: FloorLimits = FLOOR_LIMITS): AgreementsInForce {
  const current = currentVersions(ledger.agreements, at);
  const granted = current.flatMap(({ agreement, validity }) => grantsIn(agreement, validity, limits));
  const companies = new Map(ledger.companies.map(({ id, ...profile }) => [id, profile]));
  const disclosed = ledger.disclosures
    .filter(({ regulator }) => companies.get(regulator)?.kinds.includes("REGULATOR"))
    .filter(({ from, until }) => reached(from, at) && !reached(until, at))
    .flatMap(grantsOfDisclosure);
  const grants = byGrantee([...granted, ...disclosed]);
  const partners = partnersIn(current);
  const agreements = idsByParty(ledger.agreements);
  return {
    epoch: epochOf(ledger, at),
    companies,
    grantsTo: (company, dataClass) => grants.get(`${company} ${dataClass}`) ?? NO_GRANTS,
    partnersOf: (company) => partners.get(company) ?? NOBODY,
    agreementsOf: (company) => agreements.get(company) ?? NOBODY,
    between: betweenIn(current),
    on: (moment, facts) => inForce(ledgerAbout(ledger, facts), moment, limits),
    heldBy: remembered((company) => inForce(narrowLedger(ledger, company), at, limits)),
  };
}

function remembered<Found>(find: (company: string) => Found): (company: string) => Found {
  const known = new Map<string, Found>();
  return (company) => {
    const found = known.get(company) ?? find(company);
    known.set(company, found);
    return found;
  };
}

/** The moments at which what is in force changes by itself, in ascending order. */
export function boundariesOf({ agreements, disclosures }: Ledger): number[] {
  const moments = [
    ...agreements.flatMap(({ validFrom, validUntil, terminatedAt, revokedAt, signatures }) => [
      validFrom,
      validUntil,
      terminatedAt,
      revokedAt,
      ...signatures.map((each) => each.at),
    ]),
    ...disclosures.flatMap(({ from, until }) => [from, until]),
  ];
  const times = moments.filter((each) => each !== undefined).map((each) => Date.parse(each));
  return [...new Set(times)].toSorted((a, b) => a - b);
}

// Room for a million boundaries between two changes of the ledger; the sum stays exact up to 8 thousand
// million changes.
const BOUNDARIES_PER_CHANGE = 2 ** 20;

function epochOf(ledger: Ledger, at: number): number {
  const passed = boundariesOf(ledger).filter((each) => each <= at).length;
  return ledger.sequence * BOUNDARIES_PER_CHANGE + passed;
}

/** The sequence of the ledger that an epoch is of. */
export function sequenceOf(epoch: number): number {
  return Math.floor(epoch / BOUNDARIES_PER_CHANGE);
}

function byGrantee(grants: readonly Grant[]): ReadonlyMap<string, readonly Grant[]> {
  const index = new Map<string, Grant[]>();
  for (const each of grants) {
    const key = `${each.grantee} ${each.dataClass}`;
    const known = index.get(key);
    if (known) known.push(each);
    else index.set(key, [each]);
  }
  return index;
}

interface Current {
  readonly agreement: Agreement;
  readonly validity: Validity;
}

/** The newest version of each agreement that ever began: its end does not bring an older version back. */
function currentVersions(agreements: readonly Agreement[], at: number): Current[] {
  const begun = agreements.filter((each) => activationOf(each, at).state === "IN_FORCE");
  const newest = new Map<string, Agreement>();
  for (const each of begun) {
    if ((newest.get(each.id)?.version ?? 0) < each.version) newest.set(each.id, each);
  }
  return [...newest.values()].map((agreement) => ({ agreement, validity: validityOf(agreement, at) }));
}

function grantsIn(agreement: Agreement, { state }: Validity, limits: FloorLimits): Grant[] {
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

function grantsOfDisclosure({ id, regulator, subject, dataClasses }: Disclosure): Grant[] {
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

function idsByParty(agreements: readonly Agreement[]): Map<string, Set<string>> {
  const idsOf = new Map<string, Set<string>>();
  for (const { id, parties } of agreements) {
    for (const { company } of parties) idsOf.set(company, (idsOf.get(company) ?? new Set()).add(id));
  }
  return idsOf;
}

function betweenIn(current: readonly Current[]): AgreementsInForce["between"] {
  const counting = current.filter(({ validity }) => validity.state !== "NOT_IN_FORCE");
  const idsOf = idsByParty(counting.map(({ agreement }) => agreement));
  return (one, other) => {
    if (one === other) return [];
    const ids = idsOf.get(other);
    return [...(idsOf.get(one) ?? [])].filter((id) => ids?.has(id));
  };
}

function partnersIn(current: readonly Current[]): ReadonlyMap<string, ReadonlySet<string>> {
  const partners = new Map<string, ReadonlySet<string>>();
  for (const { agreement, validity } of current) {
    if (validity.state !== "IN_FORCE") continue;
    const companies = agreement.parties.map(({ company }) => company);
    for (const one of companies) {
      const others = companies.filter((other) => other !== one);
      partners.set(one, new Set([...(partners.get(one) ?? NOBODY), ...others]));
    }
  }
  return partners;
}
