import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import { epochOf } from "./epoch.ts";
import type { Grant } from "./grant.ts";
import { grantsIn, grantsOfDisclosure } from "./grants-in.ts";
import { ledgerAbout, narrowLedger, type Agreement, type Ledger } from "./ledger.ts";
import { FLOOR_LIMITS, type FloorLimits } from "./lint-clauses.ts";
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
