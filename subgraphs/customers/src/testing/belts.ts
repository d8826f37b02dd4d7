import { sessionVariables, type TestSubgraph, withClient } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import { customers } from "../subgraph.ts";
import { COMMON_CUSTOMERS } from "./agreed.ts";

/** A table and the column that a test tells its rows by. */
export interface Table {
  readonly table: string;
  readonly column: string;
}

/** Values of rows by the name of their table, in order. */
export type Seen = Record<string, string[]>;

/** What a viewer gets of tables when masks and row-level security hold, and when the masks alone do. */
export async function seenThroughMasks(
  chain: TestSubgraph,
  viewer: Viewer,
  tables: Readonly<Record<string, Table>>,
): Promise<{ both: Seen; masks: Seen }> {
  const both = await seenBy(chain, viewer, tables);
  await switchOffRowSecurity(chain);
  return { both, masks: await seenBy(chain, viewer, tables) };
}

async function seenBy(
  { database }: TestSubgraph,
  viewer: Viewer,
  tables: Readonly<Record<string, Table>>,
): Promise<Seen> {
  const seen: Seen = {};
  for (const [name, { table, column }] of Object.entries(tables)) {
    const rows: { value: string }[] = await database
      .as(viewer)
      .execute(`select ${column} as value from ${table} order by 1`);
    seen[name] = rows.map(({ value }) => value);
  }
  return seen;
}

/** What row-level security by itself leaves to the masks of a viewer. */
export async function leftByRowSecurity(
  { ownerUrl }: TestSubgraph,
  viewer: Viewer,
  tables: Readonly<Record<string, Table>>,
): Promise<Seen> {
  return withClient(ownerUrl, async (client) => {
    for (const [name, value] of Object.entries(sessionVariables(viewer, COMMON_CUSTOMERS))) {
      await client.query("select set_config($1, $2, false)", [name, value]);
    }
    const { rows } = await client.query<{ role: string }>(
      "select quote_ident(pg_get_userbyid(nspowner)) as role from pg_namespace where nspname = 'masked'",
    );
    await client.query(`set role ${rows[0]?.role}`);
    const left: Seen = {};
    for (const [name, { table, column }] of Object.entries(tables)) {
      const found = await client.query<{ value: string }>(
        `select ${column} as value from public.${table} order by 1`,
      );
      left[name] = found.rows.map(({ value }) => value);
    }
    return left;
  });
}

/** Takes the second belt off, so that only what the masks say is left. */
export async function switchOffRowSecurity({ owner }: TestSubgraph): Promise<void> {
  const em = owner.asOwner();
  const tables = customers.entities.map((entity) => em.getMetadata(entity).tableName);
  await em.execute(tables.map((table) => `alter table ${table} disable row level security;`).join(" "));
}
