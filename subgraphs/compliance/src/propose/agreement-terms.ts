import { createHash } from "node:crypto";
import type { AgreementRecord, ClauseRecord } from "@maillon/schema/exchange";
import { nameCompanies } from "../clause/clause-companies.ts";
import type { CommerceModel } from "@maillon/subgraph-kit";
import type { PartyRole } from "../agreement/party-role.ts";

/** What the parties sign. */
export interface AgreementTerms {
  readonly model: CommerceModel;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly territories: readonly string[];
  readonly productScope: readonly string[];
  readonly parties: readonly PartyTerms[];
  readonly clauses: readonly ClauseRecord[];
  readonly essenceForDataSubjects: string | null;
}

/** A party, and whose decision it needs at that company. */
export interface PartyTerms {
  readonly organization: string;
  readonly role: PartyRole;
  readonly signatories: readonly string[];
}

/** What the terms belong to; a copy under another id or after another version is another agreement. */
export interface TermsOrigin {
  readonly id: string;
  readonly version: number;
  readonly previousSha256: string | null;
}

/** The terms that a record of the exchange format states, with ids for its keys. */
export function termsOf(
  record: AgreementRecord,
  idOf: { company: (key: string) => string; product: (key: string) => string },
): AgreementTerms {
  return {
    model: record.model,
    validFrom: record.validFrom,
    validUntil: record.validUntil ?? null,
    territories: record.territories,
    productScope: record.productScope.map(idOf.product),
    parties: record.parties.map(({ company, role, signatories }) => ({
      organization: idOf.company(company),
      role,
      signatories: [...new Set(signatories)],
    })),
    clauses: record.clauses.map((clause) => nameCompanies(clause, idOf.company)),
    essenceForDataSubjects: record.essenceForDataSubjects ?? null,
  };
}

/**
 * The hash that stands for the terms and, through `previousSha256`, for all versions before: whoever has the texts can
 * check that nobody changed one. It is taken over canonical JSON (RFC 8785).
 */
export function sha256OfTerms(terms: AgreementTerms, origin: TermsOrigin): string {
  return createHash("sha256")
    .update(canonicalJson({ ...origin, ...terms }))
    .digest("hex");
}

/** RFC 8785 for values without fractions: members sorted by their UTF-16 code units, no white space. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
