import type { DataClass } from "@maillon/schema";
import { type PolicySet, sessionPredicate } from "@maillon/schema/policy";
import { escapeIdentifier } from "pg";
import type { MaskedColumn, MaskedTable } from "./entity-columns.ts";
import type { Mask, MaskJoin } from "./mask.ts";
import { sessionViewer } from "./session-viewer.ts";

/** Where tables and views live. */
export interface MaskSchemas {
  /** The tables themselves. */
  readonly tables: string;
  /** The masked views, under the names of their tables. */
  readonly views: string;
  /** Views of whole tables for the masks alone: a fact must be known also where its row is hidden. */
  readonly facts: string;
}

/** What the view of one table is made of. */
export interface MaskPlan {
  readonly table: MaskedTable;
  readonly mask: Mask;
  readonly policies: PolicySet;
  readonly schemas: MaskSchemas;
}

/**
 * The statement that makes the masked view of a table: rows of which the viewer may read the row's class, and in them
 * null for every value of a class that she may not read. Filters, orders, counts and aggregates see nothing else.
 */
export function maskedViewOf(plan: MaskPlan): string {
  const { table, mask, schemas } = plan;
  const decided = [...new Set(table.columns.flatMap(({ classes }) => classes ?? []))];
  const decisions = [mask.rows, ...decided].map(
    (dataClass) => `${predicateOf(dataClass, plan)} as ${escapeIdentifier(dataClass)}`,
  );
  return `
    create view ${schemas.views}.${escapeIdentifier(table.name)} as
    select ${table.columns.map((each) => `${valueOf(each)} as ${escapeIdentifier(each.name)}`).join(", ")}
      from ${schemas.tables}.${escapeIdentifier(table.name)} as this
      ${joinsOf(mask, schemas)}
     cross join ${schemas.views}.${escapeIdentifier(VIEWER_VIEW)} as viewer
     -- Decided once for each row, however many columns ask: "offset 0" keeps the planner from copying the conditions.
     cross join lateral (select ${decisions.join(", ")} offset 0) as may
     where may.${escapeIdentifier(mask.rows)}`;
}

/** The name of the view that holds the viewer; no table of a company begins with an underscore. */
export const VIEWER_VIEW = "_viewer";

function predicateOf(dataClass: DataClass, { mask, policies }: MaskPlan): string {
  return sessionPredicate(policies, { dataClass, columns: mask.facts, viewer: sessionViewer });
}

function valueOf({ name, classes }: MaskedColumn): string {
  const value = `this.${escapeIdentifier(name)}`;
  if (classes === undefined) return value;
  const allowed = classes.map((each) => `may.${escapeIdentifier(each)}`).join(" and ");
  return `case when ${allowed} then ${value} end`;
}

function joinsOf({ joins = {} }: Mask, { facts }: MaskSchemas): string {
  const join = ([alias, { table, on }]: [string, MaskJoin]) =>
    `left join ${facts}.${escapeIdentifier(table)} as ${escapeIdentifier(alias)} on ${on}`;
  return Object.entries(joins)
    .map((each) => join(each))
    .join(" ");
}
