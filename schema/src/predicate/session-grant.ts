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
  /** text[] */
  readonly agreements: string;
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
      grantor text, products text[], territories text[], agreement text, own_only boolean, least_group integer, least_age integer)
    where ${scoped}))`;
}

function isAmong({ sql, holds }: FactColumn, list: string): string {
  return `coalesce(${list} ${holds === "many" ? "?|" : "?"} ${sql}, false)`;
}

function scopeTerms(grant: string, columns: FactColumns): string[] {
  const { agreement, group, age, product, territory } = columns;
  const belongs = (to: string) => (agreement ? holdsOne(agreement, to) : "false");
  // Without a word on it, an object is within reach of a restriction, and within a scope if it names the agreement.
  const open = grant === "NONE" ? "true" : belongs("held.agreement");
  return [
    `(not held.own_only or ${belongs("held.agreement")})`,
    `${group ? countOf(group) : "0"} >= held.least_group`,
    `${age ? countOf(age) : "0"} >= held.least_age`,
    covered(product, "held.products"),
    covered(territory, "held.territories"),
  ];

  function covered(column: FactColumn | undefined, scope: string): string {
    const within = grant === "NONE" ? holdsAny : holdsOnly;
    const found = column ? `${within(column, scope)} or ${isMissing(column)} and ${open}` : open;
    return `(${scope} is null or ${found})`;
  }
}
