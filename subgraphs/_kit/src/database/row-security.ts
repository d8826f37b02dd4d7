import { noRow, type RowRule, type ViewerTerms, type WriteRules } from "./row-rule.ts";
import { SETTINGS } from "./session-variables.ts";

/** The policy through which the owner of a table passes. */
export const OWNER_POLICY = "owner_rows";

const settingOf = (name: string) => `nullif(current_setting('${name}', true), '')`;

/**
 * Asked once for a statement, instead of once for each row. The planner cannot look into the answer either, so that a
 * plan, which is kept for whoever asks next, does not depend on how much the viewer sees for whom it was made.
 */
const askedOnce = (question: string) => `(select ${question})`;

/** PostgreSQL would take a question alone for the rows among which to look. */
const asArray = (question: string) => `${askedOnce(question)}::text[]`;

/** The viewer as a transaction carries it. A setting that was never made, or ended, reads as null: no row. */
const sessionTerms: ViewerTerms = {
  organization: askedOnce(settingOf(SETTINGS.organization)),
  customers: asArray(`${settingOf(SETTINGS.customers)}::text[]`),
  // Null when no ledger is known.
  grantors: asArray(`${settingOf(SETTINGS.grantors)}::text[]`),
  // Empty when no ledger is known.
  kinds: `array(select jsonb_array_elements_text(${settingOf(SETTINGS.record)}::jsonb -> 'kinds'))`,
};

/** Whether a transaction has a viewer at all: a rule that is public within the chain still needs one. */
const someone = askedOnce(
  `coalesce(${settingOf(SETTINGS.organization)}, ${settingOf(SETTINGS.customers)}) is not null`,
);

/** What the policies of a table follow. */
export interface RowSecurity {
  readonly table: string;
  readonly read: RowRule;
  readonly write: WriteRules;
}

/**
 * Statements that put a table under row-level security. FORCE binds the owner, too; the owner passes through the one
 * policy that names it, which is how imports and migrations write.
 */
export function rowSecurity({ table, read, write }: RowSecurity): string[] {
  const rows = (rule: RowRule = noRow) => rule(table, sessionTerms);
  const changeable = rows(write.change);
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy ${OWNER_POLICY} on ${table} to current_user using (true) with check (true)`,
    `create policy readable_rows on ${table} for select using (${someone} and (${rows(read)}))`,
    `create policy insertable_rows on ${table} for insert with check (${rows(write.insert)})`,
    `create policy changeable_rows on ${table} for update using (${changeable}) with check (${changeable})`,
    `create policy deletable_rows on ${table} for delete using (${rows(write.delete)})`,
  ];
}
