import type { EntityClass } from "@mikro-orm/core";
import { faultText } from "@maillon/schema";
import type { Client } from "pg";
import { dropMasks, makeMasks } from "../mask/make-masks.ts";
import { tablesOf } from "../mask/mapped-entities.ts";
import { maskOf } from "../mask/mask.ts";
import { derivedPassword } from "./derived-password.ts";
import { ensurePlainRole, grantPlainRole, plainRoleName, refuseUnlessPlain } from "./plain-role.ts";
import { hasPending, type MigrationSource, runMigrations } from "./run-migrations.ts";
import { dropRowRules, secureRows } from "./secure-rows.ts";
import { urlFor, withClient } from "./with-client.ts";

/** What a subgraph hands over to have its database made ready. */
export interface PrepareDatabaseOptions {
  /** Connects as the role that owns the database; it needs CREATEROLE, never superuser. Carries a password. */
  readonly ownerUrl: string;
  /** The name of the subgraph's contract, for messages. */
  readonly contract: string;
  readonly migrations: MigrationSource;
  /** Row-level security, and the views of those with a mask, are made anew whenever a declaration or a policy changes. */
  readonly entities: readonly EntityClass<object>[];
}

/**
 * Brings a subgraph's database up to date and returns the URL the application connects with: a plain role that owns
 * nothing, so that row-level security binds it. Safe to call from several replicas at once, and again at every start.
 */
export async function prepareDatabase(options: PrepareDatabaseOptions): Promise<{ appUrl: string }> {
  const secret = ownerPassword(options);
  try {
    return await withClient(options.ownerUrl, async (client) => {
      await waitForTurn(client);
      const role = await plainRoleName(client);
      const password = derivedPassword(secret, role);
      await refuseUnlessPlain(client, role);
      await ensurePlainRole(client, role, password);
      // A view, and a policy, keep the columns that they read from being changed.
      if (await hasPending(client, options.migrations)) {
        await dropMasks(client);
        await dropRowRules(client, options.entities);
      }
      await runMigrations(options.ownerUrl, options.migrations);
      await client.query("begin");
      await makeMasks(client, options.entities, role);
      await secureRows(client, options.entities);
      await grantPlainRole(client, role, unmaskedTables(options.entities));
      await client.query("commit");
      await refuseUnlessPlain(client, role);
      return { appUrl: urlFor(options.ownerUrl, { user: role, password }) };
    });
  } catch (cause) {
    throw new Error(`The database of ${options.contract} cannot be prepared: ${faultText(cause)}`, { cause });
  }
}

/** What the application reads without a mask between: the table of an entity with one is behind its view. */
function unmaskedTables(entities: readonly EntityClass<object>[]): string[] {
  return [...tablesOf(entities)].flatMap(([entity, table]) => (maskOf(entity) ? [] : [table]));
}

/** Replicas that start together prepare one after the other; the lock ends with the connection. */
async function waitForTurn(client: Client): Promise<void> {
  await client.query("set lock_timeout = '120s'");
  await client.query("select pg_advisory_lock(hashtext('maillon prepare database'))");
}

function ownerPassword({ ownerUrl, contract }: PrepareDatabaseOptions): string {
  const url = URL.canParse(ownerUrl) ? new URL(ownerUrl) : undefined;
  if (!url?.password) {
    throw new Error(
      `The database URL of ${contract} must look like postgresql://owner:password@host:port/database: ` +
        "the password of the application's role is derived from the owner's.",
    );
  }
  return decodeURIComponent(url.password);
}
