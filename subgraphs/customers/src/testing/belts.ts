import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import type { EntityClass } from "@mikro-orm/core";
import { customers } from "../subgraph.ts";

/** A table and the column that a test tells its rows by. */
export interface Table {
  readonly entity: EntityClass<object>;
  readonly table: string;
  readonly column: string;
}

/** Values of rows by the name of their table, in order. */
export type Seen = Record<string, string[]>;

/** What a viewer gets of tables when row-level security alone holds, and when the query alone does. */
export async function seenThroughEachBelt(
  chain: TestSubgraph,
  viewer: Viewer,
  tables: Readonly<Record<string, Table>>,
): Promise<{ rowSecurity: Seen; query: Seen }> {
  const rowSecurity: Seen = {};
  for (const [name, table] of Object.entries(tables))
    rowSecurity[name] = await unfiltered(chain, viewer, table);
  await switchOffRowSecurity(chain);
  const query: Seen = {};
  for (const [name, table] of Object.entries(tables)) query[name] = await filtered(chain, viewer, table);
  return { rowSecurity, query };
}

/** Asks in SQL written by hand, to which no filter is added. */
async function unfiltered(
  { database }: TestSubgraph,
  viewer: Viewer,
  { table, column }: Table,
): Promise<string[]> {
  const sql = `select ${column} as value from ${table} order by 1`;
  const rows: { value: string }[] = await database.as(viewer).execute(sql);
  return rows.map(({ value }) => value);
}

async function filtered(
  { database }: TestSubgraph,
  viewer: Viewer,
  { entity, column }: Table,
): Promise<string[]> {
  const em = database.as(viewer);
  const property = em.getMetadata(entity).props.find(({ fieldNames }) => fieldNames?.includes(column))?.name;
  const rows = await em.find(entity, {});
  return rows.map((row) => String(new Map(Object.entries(row)).get(property ?? ""))).toSorted();
}

/** Takes the second belt off, so that only what the queries say is left. */
export async function switchOffRowSecurity({ owner }: TestSubgraph): Promise<void> {
  const em = owner.asOwner();
  const tables = customers.entities.map((entity) => em.getMetadata(entity).tableName);
  await em.execute(tables.map((table) => `alter table ${table} disable row level security;`).join(" "));
}
