import type { DataClass } from "../data-class.ts";
import type { FactColumn, FactColumns } from "./fact-column.ts";
import { textLiteral } from "./sql-literal.ts";
import { countOf, holdsAny, holdsOne, holdsOnly, isMissing } from "./sql-terms.ts";
import { grantKey } from "./viewer-record.ts";

/** SQL terms that read the viewer of a session; those of the other kind of viewer are null. */
export interface SessionViewer {
  /** boolean: whether the ledger is known and believed. */
  readonly ledger: string;
  /** text */
  readonly company: string;
  /** text[] */
  readonly kinds: string;
  /** text[] */
  readonly authorities: string;
  /** text[] */
  readonly customers: string;
  /** text[] */
  readonly partners: string;
  /** jsonb: `ViewerRecord.plain` */
  readonly plain: string;
  /** jsonb: `ViewerRecord.scoped` */
  readonly scoped: string;
}

/** The viewer has a grant that counts for the row: its grantor owns the object, and its scope covers it. */
export function grantTerm(
  grant: string,
  asking: { readonly dataClass: DataClass; readonly columns: FactColumns; readonly viewer: SessionViewer },
): string {
  const { columns, viewer } = asking;
  const { owner } = columns;
  // No re-granting: only who owns the object can let others see it.
  if (!owner) return "false";
  const key = textLiteral(grantKey(asking.dataClass, grant));
  const scoped = [holdsOne(owner, "held.grantor"), ...scopeTerms(grant, columns)].join(" and ");
  return `(${isAmong(owner, `(${viewer.plain} -> ${key})`)} or coalesce(${viewer.scoped} ? ${key}, false) and exists (
    select from jsonb_to_recordset(${viewer.scoped} -> ${key}) as held(
      grantor text, products text[], territories text[], agreement text, least_group integer, least_age integer)
    where ${scoped}))`;
}

function isAmong({ sql, holds }: FactColumn, list: string): string {
  return `coalesce(${list} ${holds === "many" ? "?|" : "?"} ${sql}, false)`;
}

function scopeTerms(grant: string, columns: FactColumns): string[] {
  // A restriction reaches whatever it may be about; a permission only what it surely covers.
  const covers = grant === "NONE" ? touchesTerm : containsTerm;
  const { agreement, group, age } = columns;
  return [
    `(held.agreement is null or ${agreement ? holdsOne(agreement, "held.agreement") : "false"})`,
    `${group ? countOf(group) : "0"} >= held.least_group`,
    `${age ? countOf(age) : "0"} >= held.least_age`,
    `(held.products is null or ${covers(columns.product, "held.products")})`,
    `(held.territories is null or ${covers(columns.territory, "held.territories")})`,
  ];
}

function containsTerm(column: FactColumn | undefined, scope: string): string {
  return column ? holdsOnly(column, scope) : "false";
}

function touchesTerm(column: FactColumn | undefined, scope: string): string {
  return column ? `(${isMissing(column)} or ${holdsAny(column, scope)})` : "true";
}
