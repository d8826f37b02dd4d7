/** Columns that everybody may read, so that there is nothing to change in secret. */
export function isPublic(...columns: readonly (readonly string[])[]): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.flat().map((column) => [column, "Public, by law or by its nature."]));
}

/** Tables of which no row is anybody's secret, each with the reason. */
export const OPEN_TABLES: Readonly<Record<string, string>> = {
  "catalogue.category": "The shelves of the catalogue are the same for everybody.",
  "catalogue.company": "The public roles of companies, as the trusted third party tells them.",
  "compliance.organization": "Who exists is public within the chain.",
  "compliance.registration": "Copied from public registers.",
  "compliance.ledger_state": "Counts the changes of the ledger; no request may read it.",
};
