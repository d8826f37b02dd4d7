import { createHash } from "node:crypto";
import { loadPolicies } from "@maillon/schema/policy";
import type { EntityClass } from "@mikro-orm/core";
import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { roleNameOf } from "../database/plain-role.ts";
import { readMaskedTable } from "./entity-columns.ts";
import { mapMaskedEntities } from "./mapped-entities.ts";
import { maskedViewOf, type MaskPlan, type MaskSchemas, VIEWER_VIEW } from "./mask-view.ts";
import { maskedWritesOf } from "./mask-writes.ts";
import { VIEWER_QUERY } from "./session-viewer.ts";

const VIEWS = "masked";
const FACTS = "facts";

/** Removes all masks. The application reads nothing of masked tables until they are made again. */
export async function dropMasks(client: Client): Promise<void> {
  const { rows } = await client.query<{ owner: string }>(
    "select pg_get_userbyid(nspowner) as owner from pg_namespace where nspname = $1",
    [VIEWS],
  );
  // In a copy of a database this is the role of the original.
  const [owner] = rows.map((each) => each.owner);
  if (owner === undefined) return;
  const role = escapeIdentifier(owner);
  await client.query(`set role ${role}; drop schema ${VIEWS} cascade; reset role;
    drop schema if exists ${FACTS} cascade`);
}

/**
 * Makes the masked views of the entities that declare a mask. The application may not read the tables behind them
 * (`grantPlainRole`): its search path finds the views under the tables' names, so that no statement can go around them.
 * Does nothing when declarations, policies and columns are those of the masks that exist.
 *
 * The views belong to a role of their own, which may not log in. Row-level security binds it, as it does not bind the
 * owner of the tables: what a mask lets through by mistake still has to pass the row rules.
 */
export async function makeMasks(
  client: Client,
  entities: readonly EntityClass<object>[],
  app: string,
): Promise<void> {
  const { plans, tables } = await plansFor(client, entities);
  if (plans.length === 0) return dropMasks(client);
  const statements = plans.flatMap((plan) => [
    maskedViewOf(plan),
    ...maskedWritesOf(plan.table, plan.schemas),
  ]);
  const digest = digestOf([VIEWER_QUERY, ...tables, ...statements]);
  if (digest === (await digestInForce(client))) return;
  await dropMasks(client);
  const role = escapeIdentifier(await ensureMaskRole(client));
  await client.query(openSchemas(plans, tables, role));
  await client.query(`set role ${role}`);
  await client.query(`create view ${VIEWS}.${VIEWER_VIEW} as ${VIEWER_QUERY}`);
  for (const statement of statements) await client.query(statement);
  await client.query(closeSchemas(plans, { app: escapeIdentifier(app), digest }));
}

/** The masks to make, in the order of the entities, and the tables in which facts can be. */
export interface Plans {
  readonly plans: readonly MaskPlan[];
  readonly tables: readonly string[];
}

/** What the masks of these entities are made of, in the database that a client is connected to as its owner. */
export async function plansFor(client: Client, entities: readonly EntityClass<object>[]): Promise<Plans> {
  const schemas = await schemasOf(client);
  const { masked, tables } = mapMaskedEntities(entities);
  if (masked.length === 0) return { plans: [], tables };
  const policies = loadPolicies();
  const plans: MaskPlan[] = [];
  for (const each of masked) {
    plans.push({ table: await readMaskedTable(client, each), mask: each.mask, policies, schemas });
  }
  return { plans, tables };
}

async function schemasOf(client: Client): Promise<MaskSchemas> {
  const { rows } = await client.query<{ name: string }>("select current_schema() as name");
  return { tables: escapeIdentifier(rows[0]?.name ?? "public"), views: VIEWS, facts: FACTS };
}

function tablesOf(plans: readonly MaskPlan[]): string {
  return plans.map(({ table, schemas }) => `${schemas.tables}.${escapeIdentifier(table.name)}`).join(", ");
}

async function ensureMaskRole(client: Client): Promise<string> {
  const role = await roleNameOf(client, "mask");
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  // The owner makes views in this role's name and must be able to become it.
  await client.query("set createrole_self_grant = 'set'");
  if (!rowCount) {
    await client.query(`create role ${escapeIdentifier(role)} nologin nosuperuser nobypassrls nocreaterole`);
  }
  return role;
}

/** Run as the owner of the tables. */
function openSchemas(plans: readonly MaskPlan[], joinable: readonly string[], role: string): string {
  const tables = plans[0]?.schemas.tables ?? "";
  const facts = joinable.map((each) => {
    const name = escapeIdentifier(each);
    return `create view ${FACTS}.${name} as select * from ${tables}.${name};`;
  });
  return `
    create schema ${VIEWS} authorization ${role};
    create schema ${FACTS};
    ${facts.join("\n")}
    grant usage on schema ${tables}, ${FACTS} to ${role};
    grant select on all tables in schema ${FACTS} to ${role};
    grant select on all tables in schema ${tables} to ${role};
    grant insert, update, delete on ${tablesOf(plans)} to ${role};`;
}

/** Run as the owner of the views, then as the owner of the tables again. */
function closeSchemas(plans: readonly MaskPlan[], { app, digest }: { app: string; digest: string }): string {
  const views = plans.map(({ table }) => `${VIEWS}.${escapeIdentifier(table.name)}`).join(", ");
  return `
    grant usage on schema ${VIEWS} to ${app};
    grant select, insert, update, delete on ${views} to ${app};
    comment on schema ${VIEWS} is ${escapeLiteral(digest)};
    reset role;
    alter role ${app} set search_path = ${VIEWS}, ${plans[0]?.schemas.tables ?? ""};`;
}

function digestOf(statements: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(statements)).digest("hex");
}

async function digestInForce(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ digest: string | null }>(
    "select obj_description(oid, 'pg_namespace') as digest from pg_namespace where nspname = $1",
    [VIEWS],
  );
  return rows[0]?.digest ?? undefined;
}
