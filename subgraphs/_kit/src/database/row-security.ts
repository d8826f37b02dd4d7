import type { RowRule, ViewerTerms } from "./row-rule.ts";
import { SETTINGS } from "./session-variables.ts";

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

/** Rows that a request may insert, change (before and after) and delete, where the three are not the same. */
export interface WriteRules {
  readonly insert: RowRule;
  readonly change: RowRule;
  readonly delete: RowRule;
}

/** What the policies of a table follow. */
export interface RowSecurity {
  readonly table: string;
  readonly read: RowRule;
  /** Rows that a request may write: one rule for all ways of writing, or one for each. */
  readonly write: RowRule | WriteRules;
}

/**
 * Statements for a migration that put a table under row-level security. FORCE binds the owner, too; the owner passes
 * through the one policy that names it, which is how imports write. A rule that changes needs a new migration with
 * `replaceRowSecurity`.
 */
export function rowSecurity({ table, read, write }: RowSecurity): string[] {
  const rules = typeof write === "function" ? { insert: write, change: write, delete: write } : write;
  const changeable = rules.change(table, sessionTerms);
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy owner_rows on ${table} to current_user using (true) with check (true)`,
    readablePolicy(table, read),
    `create policy insertable_rows on ${table} for insert with check (${rules.insert(table, sessionTerms)})`,
    `create policy changeable_rows on ${table} for update using (${changeable}) with check (${changeable})`,
    `create policy deletable_rows on ${table} for delete using (${rules.delete(table, sessionTerms)})`,
  ];
}

/** The statement that has PostgreSQL show the rows of a table that a rule lets through, to whoever is a viewer. */
export function readablePolicy(table: string, rule: RowRule): string {
  return `create policy readable_rows on ${table} for select using (${someone} and (${rule(table, sessionTerms)}))`;
}

/** Statements for a migration that replaces the policies of a table by those of new rules. */
export function replaceRowSecurity(security: RowSecurity): string[] {
  const policies = ["owner", "readable", "insertable", "changeable", "deletable"];
  const drops = policies.map((name) => `drop policy ${name}_rows on ${security.table}`);
  return [...drops, ...rowSecurity(security)];
}
