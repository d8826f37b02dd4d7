import type { RowRule, WriteRules } from "@maillon/subgraph-kit";

const boundRows: RowRule = (row, { organization }) => `${row}.party_ids @> array[${organization}]`;

/** Only its parties know of an agreement, and regulators, whose law says so. */
export const agreementRows: RowRule = (row, viewer) =>
  `(${boundRows(row, viewer)} or 'REGULATOR' = any(${viewer.kinds}))`;

/** A company proposes in its own name; afterwards each party may sign, refuse and end. Agreements never disappear. */
export const agreementWriting: WriteRules = {
  insert: (row, viewer) =>
    `${row}.proposed_by_id = ${viewer.organization} and ${boundRows(row, viewer)}
      and ${row}.signed_at is null and ${row}.refused_at is null`,
  change: boundRows,
};

/** Each party knows the others, and which of them have signed. */
export const partyRows: RowRule = (row, viewer) =>
  `exists (select from agreement a where a.id = ${row}.agreement_id and (${agreementRows("a", viewer)}))`;

/** Whoever proposes names the parties; then each company notes its own signature, and no other. */
export const partyWriting: WriteRules = {
  insert: (row, viewer) => `${row}.signed_at is null and ${isProposedBy(row, viewer.organization)}`,
  change: (row, { organization }) => `${row}.organization_id = ${organization}`,
};

const ownSignatures: RowRule = (row, { organization }) => `${row}.organization_id = ${organization}`;

/**
 * Who at a company said yes or no is that company's alone: the others learn the outcome (matrix, DECISION and F5). A
 * regulator may find it if a disclosure request says so.
 */
export const signatureRows: RowRule = (row, viewer) =>
  `(${ownSignatures(row, viewer)} or ${row}.organization_id = any(${viewer.grantors}))`;

/** Whoever proposes names the signatories, undecided; then each company decides for itself, and for no other. */
export const signatureWriting: WriteRules = {
  insert: (row, viewer) => `${row}.decision is null and ${isProposedBy(row, viewer.organization)}`,
  change: ownSignatures,
};

function isProposedBy(row: string, organization: string): string {
  return `exists (select from agreement a
    where a.id = ${row}.agreement_id and a.proposed_by_id = ${organization}
      and a.party_ids @> array[${row}.organization_id])`;
}
