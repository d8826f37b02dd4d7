import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { hasCode } from "./error-code.ts";
import { scramVerifier } from "./scram-verifier.ts";

const INSUFFICIENT_PRIVILEGE = "42501";
const NAME_LIMIT = 63;

/**
 * The viewer is in the session and not in the statement, so that one plan is right for all. To plan a statement over
 * masked views takes longer than to run it, and to compile its many conditions takes longer still.
 */
const PLANNING = ["plan_cache_mode = force_generic_plan", "jit = off"];

/** The role under which the application of this connection's database connects. */
export async function plainRoleName(client: Client): Promise<string> {
  return roleNameOf(client, "app");
}

/** The name of a role that serves this connection's database alone. */
export async function roleNameOf(client: Client, purpose: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const name = `${rows[0]?.name ?? ""}_${purpose}`;
  // PostgreSQL would cut it silently, and two databases could end up with one role.
  if (Buffer.byteLength(name) > NAME_LIMIT)
    throw new Error(`The role name ${name} exceeds ${NAME_LIMIT} bytes.`);
  return name;
}

/** Creates the application's role, or sets the password of the one that exists. */
export async function ensurePlainRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  const attributes = rowCount ? "" : "nosuperuser nobypassrls nocreatedb nocreaterole noreplication";
  const secret = escapeLiteral(scramVerifier(password));
  try {
    await client.query(
      `${rowCount ? "alter" : "create"} role ${escapeIdentifier(role)} login ${attributes} password ${secret}`,
    );
  } catch (error) {
    if (!hasCode(error, INSUFFICIENT_PRIVILEGE)) throw error;
    throw new Error(await missingPrivilege(client, role, Boolean(rowCount)), { cause: error });
  }
}

/**
 * Lets the application read and write the rows of these tables, and nothing else: no other table, for no rule says who
 * may see its rows, no schema changes, no truncation, no temporary tables.
 */
export async function grantPlainRole(client: Client, role: string, tables: readonly string[]): Promise<void> {
  const { rows } = await client.query<{ database: string; schema: string }>(
    "select current_database() as database, current_schema() as schema",
  );
  const to = escapeIdentifier(role);
  const schema = escapeIdentifier(rows[0]?.schema ?? "public");
  const database = escapeIdentifier(rows[0]?.database ?? "");
  await client.query(`
    grant connect on database ${database} to ${to};
    grant usage on schema ${schema} to ${to};
    revoke all on all tables in schema ${schema} from ${to};
    ${tables.map((table) => `grant select, insert, update, delete on ${schema}.${escapeIdentifier(table)} to ${to};`).join("\n")}
    grant usage on all sequences in schema ${schema} to ${to};
    ${PLANNING.map((setting) => `alter role ${to} set ${setting};`).join("\n")}
  `);
}

/**
 * Throws unless row-level security binds the role: no superuser, no BYPASSRLS, no tables of its own, and no way to
 * become such a role. A role that does not exist yet binds by how it will be created.
 */
export async function refuseUnlessPlain(client: Client, role: string): Promise<void> {
  const { rows } = await client.query<{ reason: string }>(
    `select case when r.rolsuper then format('%s is a superuser', who)
                 when r.rolbypassrls then format('%s has BYPASSRLS', who)
                 else format('%s owns tables', who) end as reason
       from pg_roles app
       join pg_roles r on pg_has_role(app.oid, r.oid, 'MEMBER')
      cross join lateral (select case when r.oid = app.oid then 'it' else format('it may become %s, which', r.rolname) end) w(who)
      where app.rolname = $1
        and (r.rolsuper or r.rolbypassrls
             or exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')))`,
    [role],
  );
  if (rows.length > 0) {
    const reasons = rows.map(({ reason }) => reason).join("; ");
    throw new Error(
      `The application may not connect as ${role}: row-level security would not bind it (${reasons}).`,
    );
  }
}

async function missingPrivilege(client: Client, role: string, exists: boolean): Promise<string> {
  const { rows } = await client.query<{ name: string }>("select current_user as name");
  const owner = escapeIdentifier(rows[0]?.name ?? "");
  const membership = exists ? ` GRANT ${escapeIdentifier(role)} TO ${owner} WITH ADMIN OPTION;` : "";
  return (
    `The role ${owner} of the database URL may not ${exists ? "change" : "create"} the application's role ${role}. ` +
    `An administrator must run: ALTER ROLE ${owner} CREATEROLE;${membership}`
  );
}
