import type { EntityClass } from "@mikro-orm/core";

/** The viewer as terms of an SQL expression; both are null or empty for the other kind of viewer. */
export interface ViewerTerms {
  /** The company that asks: text, null for a consumer. */
  readonly organization: string;
  /** The customer ids of a consumer who asks: text[], null for a company. */
  readonly customers: string;
  /** Every company that lets the viewer's company see anything of its own: text[]. */
  readonly grantors: string;
  /** What the viewer's company is in the chain, such as REGULATOR, by the ledger: text[]. */
  readonly kinds: string;
}

/**
 * Which rows a viewer may read (or write), as one SQL condition that a row-level security policy holds behind
 * the masks. `row` is the alias of the table.
 */
export type RowRule = (row: string, viewer: ViewerTerms) => string;

/** A table whose rows are public within the chain, such as product categories. */
export const everyRow: RowRule = () => "true";

/** A table that requests never write; imports do, as the owner. */
export const noRow: RowRule = () => "false";

const rules = new WeakMap<EntityClass<object>, RowRule>();

/**
 * Class decorator of an entity: the rows that may concern a viewer. Every entity needs one; where it is not `everyRow`,
 * the entity needs a mask, too (`unmasked-faults.ts`). Its table is refused if row-level security says anything else
 * (`refuse-other-rules.ts`).
 */
export function VisibleRows(rule: RowRule): ClassDecorator {
  return (entity) => {
    rules.set(entity as unknown as EntityClass<object>, rule);
  };
}

/** The rule of an entity; undefined when it has none. */
export function rowRuleOf(entity: EntityClass<object>): RowRule | undefined {
  return rules.get(entity);
}
