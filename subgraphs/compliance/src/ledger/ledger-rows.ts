import { type Ledger, ledger } from "@maillon/schema/ledger";
import { z } from "zod";

const party = z.object({ company: z.string(), role: z.string(), signed_at: z.string() });

const agreement = z.object({
  id: z.string(),
  version: z.number(),
  model: z.string(),
  draft: z.boolean(),
  suspended: z.boolean(),
  parties: z.array(party),
  valid_from: z.iso.date(),
  valid_until: z.iso.date().nullable(),
  terminated_on: z.iso.date().nullable(),
  /** From this day on its next version counts in its stead. */
  replaced_on: z.iso.date().nullable(),
  territories: z.array(z.string()),
  product_scope: z.array(z.string()),
  clauses: z.array(z.unknown()),
});

const disclosure = z.object({
  id: z.string(),
  regulator_id: z.string(),
  subject_id: z.string(),
  legal_basis: z.string(),
  data_classes: z.array(z.string()),
  requested_at: z.string(),
  granted_until: z.iso.date(),
  closed_at: z.string().nullable(),
});

/** What the database function `ledger_rows` answers; what is only passed on is checked as part of the ledger. */
export const ledgerRows = z.object({
  sequence: z.number(),
  companies: z.array(
    z.object({ id: z.string(), kinds: z.array(z.string()), authorities: z.array(z.string()) }),
  ),
  disclosures: z.array(disclosure),
  agreements: z.array(agreement),
});

export type LedgerRows = z.infer<typeof ledgerRows>;

/**
 * Who decides at a company is that company's alone (matrix, DECISION and F5). Others learn the outcome: the company
 * said yes, and when.
 */
const OUTCOME = "company";

/** The ledger that rows amount to, as it stood at an instant. Days are those of UTC, for everybody. */
export function ledgerOf(rows: LedgerRows, issuedAt: Date): Ledger {
  return ledger.parse({
    sequence: rows.sequence,
    issuedAt: issuedAt.toISOString(),
    companies: rows.companies,
    disclosures: rows.disclosures.map(disclosureOf),
    agreements: rows.agreements.map(agreementOf),
  });
}

function agreementOf(row: LedgerRows["agreements"][number]) {
  const { id, version, model, parties, territories, clauses } = row;
  return {
    id,
    version,
    model,
    status: statusOf(row),
    parties: parties.map(({ company, role }) => ({ company, role, signatories: [OUTCOME] })),
    signatures: parties.map(({ company, signed_at }) => {
      return { company, signatory: OUTCOME, verdict: "APPROVE", at: new Date(signed_at).toISOString() };
    }),
    validFrom: startOf(row.valid_from),
    validUntil: startOf(row.valid_until),
    terminatedAt: startOf(row.terminated_on),
    // A next version replaces all of it, also what would survive a mere termination.
    revokedAt: startOf(row.replaced_on),
    territories,
    productScope: row.product_scope,
    clauses,
  };
}

function disclosureOf(row: LedgerRows["disclosures"][number]) {
  const end = startOf(row.granted_until);
  const closed = row.closed_at === null ? end : new Date(row.closed_at).toISOString();
  return {
    id: row.id,
    regulator: row.regulator_id,
    subject: row.subject_id,
    legalBasis: row.legal_basis,
    dataClasses: row.data_classes,
    from: new Date(row.requested_at).toISOString(),
    until: Date.parse(closed) < Date.parse(end) ? closed : end,
  };
}

/** Without what follows from dates: a ledger stays true while time passes. */
function statusOf({ draft, suspended }: LedgerRows["agreements"][number]): string {
  if (draft) return "DRAFT";
  return suspended ? "SUSPENDED" : "ACTIVE";
}

function startOf(day: string): string;
function startOf(day: string | null): string | undefined;
function startOf(day: string | null): string | undefined {
  return day === null ? undefined : `${day}T00:00:00Z`;
}
