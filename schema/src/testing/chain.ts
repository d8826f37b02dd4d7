import type { Disclosure, Ledger } from "../agreement/ledger.ts";
import type { DataClass } from "../data-class.ts";
import type { ClauseRecord } from "../exchange/clause.ts";
import type { Viewer } from "../viewer.ts";

/** The companies of the tests, by what they are in the chain. */
export const COMPANIES = {
  fabrica: { kinds: ["MANUFACTURER"], authorities: [] },
  integra: { kinds: ["INTEGRATOR", "DISTRIBUTOR"], authorities: [] },
  rivalis: { kinds: ["INTEGRATOR"], authorities: [] },
  vega: { kinds: ["RETAILER"], authorities: [] },
  porteur: { kinds: ["CARRIER"], authorities: [] },
  boulange: { kinds: ["END_BUSINESS"], authorities: [] },
  nantes: { kinds: ["ADMINISTRATION"], authorities: [] },
  autorite: { kinds: ["REGULATOR"], authorities: ["COMPETITION"] },
  fisc: { kinds: ["REGULATOR"], authorities: ["TAX"] },
  cnil: { kinds: ["REGULATOR"], authorities: ["DATA_PROTECTION"] },
  etrangere: { kinds: ["DISTRIBUTOR"], authorities: [] },
} as const satisfies Record<string, Omit<Ledger["companies"][number], "id">>;

export type CompanyName = keyof typeof COMPANIES;
export type ViewerName = CompanyName | "claire" | "paul";

/** The agreements that stand in the tests, without clauses until a case adds some. */
export const PARTIES = {
  "fabrica-integra": { fabrica: "SUPPLIER", integra: "INTERMEDIARY" },
  "fabrica-rivalis": { fabrica: "SUPPLIER", rivalis: "INTERMEDIARY" },
  "fabrica-vega-integra": { fabrica: "BRAND", vega: "RESELLER", integra: "INTERMEDIARY" },
  "integra-boulange": { integra: "SUPPLIER", boulange: "BUYER" },
  "integra-nantes": { integra: "SUPPLIER", nantes: "BUYER" },
} as const satisfies Record<string, Partial<Record<CompanyName, string>>>;

export type AgreementName = keyof typeof PARTIES;

/** Clauses by agreement, and disclosure requests: what a case adds to the chain. */
export interface Terms {
  readonly clauses?: { readonly [Name in AgreementName]?: readonly ClauseRecord[] };
  readonly disclosures?: readonly Disclosure[];
}

/** The moment at which the cases are decided. */
export const NOW = Date.parse("2026-06-01T12:00:00Z");

/** The id of a company, as it stands in facts. */
export function company(name: CompanyName): string {
  return `org_conforma_${name}`;
}

/** A customer relation of a consumer. */
export function customer(name: "claire" | "paul"): string {
  return `cus_vega_${name}`;
}

/** Whoever asks in a case. */
export function viewer(name: ViewerName): Viewer {
  return name === "claire" || name === "paul"
    ? { kind: "consumer", customers: [customer(name)], subject: name }
    : { kind: "company", organization: company(name), roles: [], subject: name };
}

/** The chain's ledger: every agreement signed and in force since 2026, with the clauses that a case adds. */
export function ledgerWith({ clauses = {}, disclosures = [] }: Terms = {}): Ledger {
  const names = Object.keys(PARTIES).filter((name): name is AgreementName => name in PARTIES);
  return {
    sequence: 1,
    issuedAt: "2026-06-01T12:00:00Z",
    companies: Object.entries(COMPANIES).map(([name, { kinds, authorities }]) => ({
      id: `org_conforma_${name}`,
      kinds: [...kinds],
      authorities: [...authorities],
    })),
    agreements: names.map((name) => agreement(name, clauses[name] ?? [])),
    disclosures: [...disclosures],
  };
}

/** One agreement of the chain, signed by everyone. */
export function agreement(
  name: AgreementName,
  clauses: readonly ClauseRecord[],
): Ledger["agreements"][number] {
  const parties = Object.entries(PARTIES[name]).map(([party, role]) => ({
    company: `org_conforma_${party}`,
    role,
    signatories: ["direction"],
  }));
  return {
    id: name,
    version: 1,
    model: "B2B2B",
    status: "ACTIVE",
    parties,
    signatures: parties.map((party) => ({
      company: party.company,
      signatory: "direction",
      verdict: "APPROVE",
      at: "2025-12-01T10:00:00Z",
    })),
    validFrom: "2026-01-01T00:00:00Z",
    territories: [],
    productScope: [],
    clauses: [...clauses],
  };
}

/** An open request of a regulator to read a class of a company. */
export function disclosure(regulator: CompanyName, subject: CompanyName, dataClass: DataClass): Disclosure {
  return {
    id: `${regulator}-${dataClass}`,
    regulator: company(regulator),
    subject: company(subject),
    legalBasis: "Code de commerce, L450-3",
    dataClasses: [dataClass],
    from: "2026-05-01T00:00:00Z",
    until: "2026-07-01T00:00:00Z",
  };
}
