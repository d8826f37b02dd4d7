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

/** No row at all. */
export const noRow: RowRule = () => "false";

/** Rows that a request may insert, change (before and after) and delete; what is not named, no request does. */
export interface WriteRules {
  readonly insert?: RowRule;
  readonly change?: RowRule;
  readonly delete?: RowRule;
}

const visible = new WeakMap<EntityClass<object>, RowRule>();
const writable = new WeakMap<EntityClass<object>, WriteRules>();

/**
 * Class decorator of an entity: the rows that may concern a viewer. Every entity needs one; where it is not `everyRow`,
 * the entity needs a mask, too (`unmasked-faults.ts`). Row-level security follows it (`secure-rows.ts`).
 */
export function VisibleRows(rule: RowRule): ClassDecorator {
  return (entity) => {
    visible.set(entity as unknown as EntityClass<object>, rule);
  };
}

/** Class decorator of an entity: the rows that a request may write. Without it none does; imports do, as the owner. */
export function WritableRows(rules: WriteRules): ClassDecorator {
  return (entity) => {
    writable.set(entity as unknown as EntityClass<object>, rules);
  };
}

/** The rule of what may be read of an entity; undefined when it has none. */
export function rowRuleOf(entity: EntityClass<object>): RowRule | undefined {
  return visible.get(entity);
}

/** The rules of what a request may write of an entity. */
export function writeRulesOf(entity: EntityClass<object>): WriteRules {
  return writable.get(entity) ?? {};
}
