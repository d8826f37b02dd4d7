import { raw } from "@mikro-orm/core";
import type { EntityClass, EntityManager, FilterQuery } from "@mikro-orm/core";
import { Filter } from "@mikro-orm/decorators/legacy";
import type { Viewer } from "@maillon/schema";
import { maskOf } from "../mask/mask.ts";
import { SETTINGS } from "./session-variables.ts";
import { textArray } from "./text-array.ts";

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
 * Which rows a viewer may read (or write), as one SQL condition. It is stated once and enforced twice: by the query
 * itself with the viewer's values bound, and by a row-level security policy that reads them from the transaction.
 * `row` is the alias of the table.
 */
export type RowRule = (row: string, viewer: ViewerTerms) => string;

/** A table whose rows are public within the chain, such as product categories. */
export const everyRow: RowRule = () => "true";

/** A table that requests never write; imports do, as the owner. */
export const noRow: RowRule = () => "false";

/** Name of the filter that `em.find` and its kin apply to every entity; without a `RowReader` it throws. */
export const VIEWER_FILTER = "viewer";

/** For whom rows are read: a viewer, or the owner's role, which row-level security lets pass by name. */
export type RowReader = { readonly viewer: Viewer } | { readonly owner: true };

/** The term for `grantors` as a transaction carries it; null when no ledger is known. */
export const SESSION_GRANTORS = `nullif(current_setting('${SETTINGS.grantors}', true), '')::text[]`;

/** The term for `kinds` as a transaction carries it; empty when no ledger is known. */
export const SESSION_KINDS = `array(select jsonb_array_elements_text(
  nullif(current_setting('${SETTINGS.record}', true), '')::jsonb -> 'kinds'))`;

const rules = new WeakMap<EntityClass<object>, RowRule>();

/** Class decorator of an entity: the rows a viewer may read. Every entity needs one. */
export function VisibleRows(rule: RowRule): ClassDecorator {
  return (entity) => {
    const entityClass = entity as unknown as EntityClass<object>;
    rules.set(entityClass, rule);
    Filter<EntityClass<unknown>>({
      name: VIEWER_FILTER,
      default: true,
      cond: (reader, purpose, em: EntityManager) => {
        // Its view shows nothing else; a rule over masked columns would be a second, weaker one.
        if (maskOf(entityClass)) return {};
        // An UPDATE or DELETE names its table, a SELECT the alias that MikroORM puts for this mark.
        const row = purpose === "read" ? "[::alias::]" : em.getMetadata(entityClass).tableName;
        return conditionFor(rule, row, reader as RowReader);
      },
    })(entityClass);
  };
}

/** The rule of an entity; undefined when it has none. */
export function rowRuleOf(entity: EntityClass<object>): RowRule | undefined {
  return rules.get(entity);
}

/** A rule with the viewer's values bound, for queries that are written by hand: `?` marks the parameters. */
export function boundRule(
  rule: RowRule,
  row: string,
  viewer: Viewer,
): { sql: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const values: Record<"organization" | "customers", unknown> = {
    organization: viewer.kind === "company" ? viewer.organization : null,
    customers: viewer.kind === "consumer" ? textArray(viewer.customers) : null,
  };
  // A rule may use a term twice or never, so the parameters are collected from the text that it made.
  const sql = rule(row, {
    organization: "{organization}::text",
    customers: "{customers}::text[]",
    // Comes from the ledger, not from the viewer: the transaction alone knows it.
    grantors: SESSION_GRANTORS,
    kinds: SESSION_KINDS,
  });
  const bound = sql.replaceAll(/\{(organization|customers)\}/gu, (_, term: keyof typeof values) => {
    parameters.push(values[term]);
    return "?";
  });
  return { sql: `(${bound})`, parameters };
}

function conditionFor(rule: RowRule, row: string, reader: RowReader): FilterQuery<object> {
  if ("owner" in reader) return {};
  const { sql, parameters } = boundRule(rule, row, reader.viewer);
  return { [raw(sql, parameters)]: [] };
}
