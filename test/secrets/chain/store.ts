import { join } from "node:path";
import { SUBGRAPHS } from "@maillon/schema";
import { findEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { urlFor, withClient } from "@maillon/subgraph-kit/testing";

/** A row as PostgreSQL writes it in JSON. */
export type Row = Readonly<Record<string, unknown>>;

/** The rows of every table of every company, by `<subgraph>.<table>`. */
export type World = ReadonlyMap<string, readonly Row[]>;

/** The databases of all companies, as nobody in the chain sees them. */
export interface Store extends AsyncDisposable {
  /** All rows as they were when the store was opened. */
  readonly world: World;
  /** The columns of every table, but for those that the database computes. */
  readonly columns: ReadonlyMap<string, readonly string[]>;
  /** The superuser's URL of a company's database. */
  readonly urlOf: (subgraph: string) => string;
  /** Makes the databases hold this; tables that are as they were last written are not touched. */
  readonly write: (world: World) => Promise<void>;
}

type Client = Parameters<Parameters<typeof withClient>[1]>[0];

interface Table {
  readonly name: string;
  /** Without generated ones. */
  readonly names: readonly string[];
  /** The same, quoted. */
  readonly columns: readonly string[];
  /** How they are read: a number as text, for a float would lose its digits. */
  readonly values: readonly string[];
}

/** Opens the databases of a chain that runs as the server's superuser: no row rule and no trigger binds it. */
export async function openStore(home: string): Promise<Store> {
  const server = findEmbeddedPostgres(join(home, "postgres"));
  if (!server) throw new Error("The chain's databases do not run.");
  const urls = new Map(
    Object.keys(SUBGRAPHS).map((name) => [name, urlFor(server.adminUrl, { database: name })] as const),
  );
  const tables = new Map<string, Table>();
  const world = new Map<string, readonly Row[]>();
  for (const [subgraph, url] of urls) {
    await withClient(url, async (client) => {
      for (const table of await tablesIn(client)) {
        tables.set(`${subgraph}.${table.name}`, table);
        world.set(`${subgraph}.${table.name}`, await rowsOf(client, table));
      }
    });
  }
  let written: World = world;
  return {
    world,
    columns: new Map([...tables].map(([name, { names }]) => [name, names])),
    urlOf: (subgraph) => urls.get(subgraph) ?? "",
    async write(next) {
      const changed = [...next].filter(([name, rows]) => written.get(name) !== rows);
      written = next;
      for (const [subgraph, url] of urls) {
        const own = changed.filter(([name]) => name.startsWith(`${subgraph}.`));
        if (own.length > 0) await withClient(url, (client) => replace(client, own, tables));
      }
    },
    [Symbol.asyncDispose]: async () => {},
  };
}

async function tablesIn(client: Client): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select relname as name, array_agg(attname::text order by attnum) as names,
           array_agg(quote_ident(attname) order by attnum) as columns,
           array_agg(quote_ident(attname) || case atttypid when 'numeric'::regtype then '::text' else '' end
                     order by attnum) as values
      from pg_class join pg_attribute on attrelid = pg_class.oid
     where relkind = 'r' and relnamespace = 'public'::regnamespace and relrowsecurity
       and attnum > 0 and not attisdropped and attgenerated = ''
     group by relname`);
  return rows;
}

async function rowsOf(client: Client, { name, values }: Table): Promise<Row[]> {
  const { rows } = await client.query<{ row: Row }>(
    `select to_jsonb(these) as row from (select ${values.join(", ")} from "${name}") as these`,
  );
  return rows.map(({ row }) => row);
}

/** One transaction for all tables of a company; references and triggers look away, checks and keys do not. */
async function replace(
  client: Client,
  changed: readonly (readonly [string, readonly Row[]])[],
  tables: ReadonlyMap<string, Table>,
): Promise<void> {
  await client.query("begin; set local session_replication_role = replica");
  for (const [key, rows] of changed) {
    const { name, columns } = tables.get(key) ?? { name: "", columns: [] };
    const list = columns.join(", ");
    await client.query(`delete from "${name}"`);
    await client.query(
      `insert into "${name}" (${list}) select ${list} from jsonb_populate_recordset(null::"${name}", $1::jsonb)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query("commit");
}
