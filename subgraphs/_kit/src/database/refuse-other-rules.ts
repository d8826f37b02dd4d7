import type { EntityClass } from "@mikro-orm/core";
import { type Client, escapeIdentifier } from "pg";
import { tablesOf } from "../mask/mapped-entities.ts";
import { type RowRule, rowRuleOf } from "./row-rule.ts";
import { readablePolicy } from "./row-security.ts";

/** A policy by which rows of a table are read, in PostgreSQL's own words. */
interface ReadingPolicy {
  readonly name: string;
  readonly condition: string;
  /** Whether it is one that lets rows through for every role. */
  readonly general: boolean;
}

/**
 * Refuses a database whose policies show other rows than the entities declare with `@VisibleRows`. Behind a mask nobody
 * would see it: the belt that is worn out is the second one.
 * @throws Error that names every table and what is wrong with it.
 */
export async function refuseOtherRules(
  client: Client,
  entities: readonly EntityClass<object>[],
): Promise<void> {
  const faults: string[] = [];
  for (const [entity, table] of tablesOf(entities)) {
    const rule = rowRuleOf(entity);
    const fault = rule && (await faultOf(client, table, rule));
    if (fault !== undefined) faults.push(`${table}, the table of ${entity.name}, ${fault}`);
  }
  if (faults.length === 0) return;
  throw new Error(
    `Row-level security does not follow @VisibleRows. ${faults.join("; ")}. Run the statements of replaceRowSecurity({ table, read, write }) in a new migration.`,
  );
}

async function faultOf(client: Client, table: string, rule: RowRule): Promise<string | undefined> {
  const { rowCount } = await client.query(
    "select from pg_class where oid = to_regclass($1) and relrowsecurity and relforcerowsecurity",
    [table],
  );
  if (!rowCount) return "is not under row-level security";
  const declared = await inItsWords(client, table, rule);
  const policies = await readingPolicies(client, table);
  const other = policies.find(({ condition, general }) => !general || condition !== declared);
  if (other) return `has the policy ${other.name}, which lets through: ${other.condition}`;
  return policies.length === 0 ? "has no policy that lets rows through" : undefined;
}

/** Those that bind others than the owner, through whose hands imports and row rules' own questions go. */
async function readingPolicies(client: Client, table: string): Promise<readonly ReadingPolicy[]> {
  const { rows } = await client.query<ReadingPolicy>(
    `select polname as name, pg_get_expr(polqual, polrelid) as condition,
            polpermissive and polroles = '{0}' as general
       from pg_policy join pg_class on pg_class.oid = polrelid
      where polrelid = to_regclass($1) and polcmd in ('r', '*') and polroles <> array[relowner]`,
    [table],
  );
  return rows;
}

/**
 * What PostgreSQL makes of a rule, so that texts can be compared. It is asked on an empty copy of the table,
 * for a policy on the table itself would keep everybody else waiting.
 */
async function inItsWords(client: Client, table: string, rule: RowRule): Promise<string | undefined> {
  const copy = escapeIdentifier(table);
  await client.query("savepoint words");
  await client.query(`create temporary table ${copy} (like ${copy})`);
  await client.query(readablePolicy(table, rule));
  const { rows } = await client.query<{ condition: string }>(
    "select pg_get_expr(polqual, polrelid) as condition from pg_policy where polrelid = to_regclass($1)",
    [`pg_temp.${copy}`],
  );
  await client.query("rollback to savepoint words");
  return rows[0]?.condition;
}
