import { isDeepStrictEqual } from "node:util";
import type { EntityClass } from "@mikro-orm/core";
import { type Client, escapeIdentifier } from "pg";
import { tablesOf } from "../mask/mapped-entities.ts";
import { noRow, rowRuleOf, writeRulesOf } from "./row-rule.ts";
import { OWNER_POLICY, rowSecurity } from "./row-security.ts";

/**
 * Has row-level security hold what the entities declare with `@VisibleRows` and `@WritableRows`, and nothing else. Done
 * at every start, so that no migration repeats a rule and then means something else when the rule has changed. A policy
 * that somebody else made would not be noticed behind the masks: it goes.
 *
 * Takes a transaction.
 */
export async function secureRows(client: Client, entities: readonly EntityClass<object>[]): Promise<void> {
  for (const [entity, table] of tablesOf(entities)) {
    const read = rowRuleOf(entity) ?? noRow;
    const statements = rowSecurity({ table, read, write: writeRulesOf(entity) });
    const found = await securityOf(client, table);
    if (found.length === 0) throw new Error(`There is no table ${table} for ${entity.name}.`);
    // A policy locks its table: whoever reads it must not have to wait for nothing.
    if (isDeepStrictEqual(found, await declaredSecurity(client, table, statements))) continue;
    await dropPolicies(client, found);
    for (const statement of statements) await client.query(statement);
  }
}

/**
 * Takes the row rules of the entities' tables away, so that a migration may change what they read. Nobody but the owner
 * finds a row there until they are made again.
 */
export async function dropRowRules(client: Client, entities: readonly EntityClass<object>[]): Promise<void> {
  for (const table of tablesOf(entities).values()) {
    const found = await securityOf(client, table);
    await dropPolicies(
      client,
      found.filter(({ policy }) => policy !== OWNER_POLICY),
    );
  }
}

/** A policy of a table in PostgreSQL's own words; one entry without a policy if there is none. */
interface Security {
  readonly table: string;
  readonly enabled: boolean;
  readonly policy: string | null;
  readonly binds: string | null;
  readonly using: string | null;
  readonly check: string | null;
}

async function securityOf(client: Client, table: string, schema = "current_schema()"): Promise<Security[]> {
  const { rows } = await client.query<Security>(
    `select relname as table, relrowsecurity and relforcerowsecurity as enabled, polname as policy,
            concat_ws(' ', polcmd, polpermissive, polroles) as binds,
            pg_get_expr(polqual, polrelid) as using, pg_get_expr(polwithcheck, polrelid) as check
       from pg_class left join pg_policy on polrelid = pg_class.oid
      where relname = $1 and relnamespace = ${schema}::regnamespace
      order by polname`,
    [table],
  );
  return rows;
}

/** What PostgreSQL makes of statements, so that texts can be compared: it is asked on an empty copy of the table. */
async function declaredSecurity(
  client: Client,
  table: string,
  statements: readonly string[],
): Promise<Security[]> {
  const copy = escapeIdentifier(table);
  await client.query("savepoint words");
  await client.query(`create temporary table ${copy} (like ${copy})`);
  for (const statement of statements) await client.query(statement);
  const declared = await securityOf(client, table, "pg_my_temp_schema()");
  await client.query("rollback to savepoint words");
  return declared;
}

async function dropPolicies(client: Client, policies: readonly Security[]): Promise<void> {
  for (const { table, policy } of policies) {
    if (policy === null) continue;
    await client.query(`drop policy ${escapeIdentifier(policy)} on ${escapeIdentifier(table)}`);
  }
}
