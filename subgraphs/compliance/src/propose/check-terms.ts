import type { AgreementRecord, ClauseRecord } from "@maillon/schema/exchange";
import { compareDecimals } from "@maillon/subgraph-kit";
import { companiesOf } from "../clause/clause-companies.ts";
import type { CompanyField } from "../clause/clause-companies.ts";

/** What is wrong with an agreement, and where in its record. The reason never repeats a value. */
export interface Fault {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** Two fields that name different companies: nobody grants, pays or forbids itself something. */
const OPPOSITES: readonly [CompanyField, CompanyField][] = [
  ["from", "to"],
  ["payer", "payee"],
  ["bound", "protects"],
];

/** The first fault that the exchange format cannot see by itself; undefined when there is none. */
export function faultOf(record: AgreementRecord): Fault | undefined {
  const { validFrom, validUntil, parties, clauses } = record;
  if (validUntil !== undefined && validUntil <= validFrom) {
    return { path: ["validUntil"], reason: "must be later than validFrom" };
  }
  const companies = new Set(parties.map(({ company }) => company));
  for (const [place, clause] of clauses.entries()) {
    const fault = clauseFault(clause, companies);
    if (fault !== undefined) return { ...fault, path: ["clauses", place, ...fault.path] };
  }
  return undefined;
}

function clauseFault(clause: ClauseRecord, parties: ReadonlySet<string>): Fault | undefined {
  const named = companiesOf(clause);
  const stranger = named.find(({ company }) => !parties.has(company));
  if (stranger !== undefined) return { path: [stranger.field], reason: "must name a party of the agreement" };
  const companyOf = new Map(named.map(({ field, company }) => [field, company]));
  for (const [one, other] of OPPOSITES) {
    const company = companyOf.get(one);
    if (company !== undefined && company === companyOf.get(other)) {
      return { path: [other], reason: `must not be the same party as ${one}` };
    }
  }
  return clause.type === "COMMISSION" ? rateFault(clause.ratePercent) : undefined;
}

function rateFault(percent: string): Fault | undefined {
  const possible = compareDecimals(percent, "0") > 0 && compareDecimals(percent, "100") <= 0;
  return possible ? undefined : { path: ["ratePercent"], reason: "must be above 0 and at most 100" };
}
