import type { DataClass } from "@maillon/schema";
import { type PolicySet, sessionPredicate } from "@maillon/schema/policy";
import { escapeIdentifier } from "pg";
import type { ComputedColumn, MaskedTable } from "./entity-columns.ts";
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
  const { table, schemas } = plan;
  const shown = columnsOf(plan);
  const decided = shown.flatMap(({ classes }) => classes ?? []);
  return `
    create view ${schemas.views}.${escapeIdentifier(table.name)} as
    select ${shown.map((each) => `${valueOf(each)} as ${escapeIdentifier(each.name)}`).join(", ")}
      ${rowsFor(plan, decided)}`;
}

/** The rows that the viewer finds, each with `may`: for each of these classes, whether she may read it there. */
export function rowsFor(plan: MaskPlan, classes: readonly DataClass[]): string {
  const { table, mask, schemas } = plan;
  const decisions = [...new Set([mask.rows, ...classes])].map(
    (dataClass) => `${predicateOf(dataClass, plan)} as ${escapeIdentifier(dataClass)}`,
  );
  return `from ${schemas.tables}.${escapeIdentifier(table.name)} as this
     cross join ${schemas.views}.${escapeIdentifier(VIEWER_VIEW)} as viewer
      ${joinsOf(mask, schemas)}
     ${factsOf(mask)}
     -- Decided once for each row, however many columns ask: "offset 0" keeps the planner from copying the conditions.
     cross join lateral (select ${decisions.join(", ")} offset 0) as may
     where may.${escapeIdentifier(mask.rows)}${mask.only === undefined ? "" : ` and (${mask.only})`}`;
}

function columnsOf({ table }: MaskPlan): ComputedColumn[] {
  const stored = table.columns.map(({ name, classes }) => ({
    name,
    sql: `this.${escapeIdentifier(name)}`,
    classes,
  }));
  return [...stored, ...table.computed];
}

/** The names that the SQL of a mask has for the row, who asks, a grant of hers, what decides and the decisions. */
const TAKEN: ReadonlySet<string> = new Set(["this", "viewer", "held", "fact", "may"]);

/** The name of the view that holds the viewer; no table of a company begins with an underscore. */
export const VIEWER_VIEW = "_viewer";

function predicateOf(dataClass: DataClass, { mask, policies }: MaskPlan): string {
  const columns = Object.fromEntries(
    Object.entries(mask.facts).map(([fact, { holds }]) => [
      fact,
      { sql: `fact.${escapeIdentifier(fact)}`, holds },
    ]),
  );
  return sessionPredicate(policies, { dataClass, columns, viewer: sessionViewer });
}

/**
 * The facts of a row as one row, so that neither planner nor executor meets their SQL once for each policy
 * that reads them.
 */
function factsOf({ facts }: Mask): string {
  const values = Object.entries(facts).map(([fact, { sql }]) => `${sql} as ${escapeIdentifier(fact)}`);
  return values.length === 0 ? "" : `cross join lateral (select ${values.join(", ")} offset 0) as fact`;
}

function valueOf({ sql, classes }: ComputedColumn): string {
  if (classes === undefined) return sql;
  const allowed = classes.map((each) => `may.${escapeIdentifier(each)}`).join(" and ");
  return `case when ${allowed} then ${sql} end`;
}

function joinsOf({ joins = {} }: Mask, { facts }: MaskSchemas): string {
  const join = ([name, joined]: [string, MaskJoin]) => {
    if (TAKEN.has(name)) throw new Error(`A mask's join cannot be called ${name}: masks use that name.`);
    const alias = escapeIdentifier(name);
    if ("query" in joined)
      return `cross join lateral (select * from (${joined.query}) as found offset 0) as ${alias}`;
    return `left join ${facts}.${escapeIdentifier(joined.table)} as ${alias} on ${joined.on}`;
  };
  return Object.entries(joins)
    .map((each) => join(each))
    .join(" ");
}
