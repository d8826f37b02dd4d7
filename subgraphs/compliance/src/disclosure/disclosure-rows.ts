import type { RowRule, WriteRules } from "@maillon/subgraph-kit";

/** A request is between the regulator that made it and the company whose data it is about. */
export const disclosureRows: RowRule = (row, { organization }) =>
  `${row}.regulator_id = ${organization} or ${row}.subject_id = ${organization}`;

/** Only a regulator makes requests, in its own name, and only it ends them; they never disappear. */
export const disclosureWriting: WriteRules = {
  insert: (row, { organization }) =>
    `${row}.regulator_id = ${organization} and ${row}.closed_at is null and exists (
      select from organization o where o.id = ${row}.regulator_id and 'REGULATOR' = any(o.roles))`,
  change: (row, { organization }) => `${row}.regulator_id = ${organization}`,
};
