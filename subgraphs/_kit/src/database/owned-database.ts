import { type Client, escapeIdentifier, escapeLiteral } from "pg";
import { derivedPassword } from "./derived-password.ts";
import { scramVerifier } from "./scram-verifier.ts";
import { urlFor, withClient } from "./with-client.ts";

/**
 * Creates a database and a role that owns it and nothing else, unless they exist; returns the owner's URL.
 * The owner may create roles (its subgraph needs a plain one) and is no superuser; other roles may not connect.
 */
export async function createOwnedDatabase(adminUrl: string, name: string): Promise<string> {
  const owner = `${name}_owner`;
  const password = derivedPassword(decodeURIComponent(new URL(adminUrl).password), owner);
  await withClient(adminUrl, async (client) => {
    await client.query("select pg_advisory_lock(hashtext('maillon owned databases'))");
    await ensureOwner(client, owner, password);
    await ensureDatabase(client, name, owner);
  });
  return urlFor(adminUrl, { user: owner, password, database: name });
}

async function ensureOwner(client: Client, owner: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [owner]);
  // An administrator who is no superuser must become a member of the owner to create databases for it.
  await client.query("set createrole_self_grant = 'set, inherit'");
  await client.query(
    `${rowCount ? "alter" : "create"} role ${escapeIdentifier(owner)} login nosuperuser nobypassrls nocreatedb createrole
     password ${escapeLiteral(scramVerifier(password))}`,
  );
}

async function ensureDatabase(client: Client, name: string, owner: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
  if (!rowCount) {
    await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(owner)}`);
  }
  await client.query(`revoke all on database ${escapeIdentifier(name)} from public`);
}
