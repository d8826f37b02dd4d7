import type { FactName } from "../visibility/fact.ts";

/** Where a table keeps a fact. */
export interface FactColumn {
  /** An SQL expression that reads it; written by the owner of the table, never from outside. */
  readonly sql: string;
  /** `one`: text. `many`: text[]. `flag`: boolean. `count`: integer. */
  readonly holds: "one" | "many" | "flag" | "count";
}

/** The columns of a table by the fact they hold; a fact without a column is missing on every row. */
export type FactColumns = { readonly [Name in FactName]?: FactColumn };
