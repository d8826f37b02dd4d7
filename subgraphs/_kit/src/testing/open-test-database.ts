import { createHash, randomBytes } from "node:crypto";
import type { EntityClass } from "@mikro-orm/core";
import { type Client, escapeIdentifier } from "pg";
import { createOwnedDatabase } from "../database/owned-database.ts";
import { prepareDatabase } from "../database/prepare-database.ts";
import type { MigrationSource } from "../database/run-migrations.ts";
import { urlFor, withClient } from "../database/with-client.ts";
import { maskOf } from "../mask/mask.ts";
import { TEST_RUN } from "./test-run.ts";

/** What the tests of a subgraph want to find in their database. */
export interface TestDatabaseOptions {
  readonly contract: string;
  readonly migrations: MigrationSource;
  /** Those whose masks the database needs; none unless told otherwise. */
  readonly entities?: readonly EntityClass<object>[];
}

/** A database of one test; disposing of it drops it, open connections included. */
export interface TestDatabase extends AsyncDisposable {
  readonly ownerUrl: string;
  /** The plain role's URL, as a subgraph gets it from `prepareDatabase`. */
  readonly appUrl: string;
}

type Urls = Pick<TestDatabase, "ownerUrl" | "appUrl">;

/**
 * Opens a fresh database with the migrations applied. They run once per test run, on a template; every test gets a
 * copy of that: `await using database = await openTestDatabase({ contract, migrations })`.
 */
export async function openTestDatabase(options: TestDatabaseOptions): Promise<TestDatabase> {
  const adminUrl = process.env[TEST_RUN.adminUrl];
  if (adminUrl === undefined) {
    throw new Error("No PostgreSQL for tests: jest.config.mjs must name jest.setup.mjs as its globalSetup.");
  }
  const template = `test_${process.env[TEST_RUN.id] ?? "run"}_${options.contract}_${fingerprint(options)}`;
  const name = `${template}_${randomBytes(4).toString("hex")}`;
  const urls = await withClient(adminUrl, async (client) => {
    // One process after the other: PostgreSQL copies only what nobody is connected to.
    await client.query("select pg_advisory_lock(hashtext($1))", [template]);
    const prepared = templates.get(template) ?? (await prepareTemplate(adminUrl, template, options));
    templates.set(template, prepared);
    await copyTemplate(client, template, { name, ...prepared });
    return prepared;
  });
  return {
    ownerUrl: urlFor(urls.ownerUrl, { database: name }),
    appUrl: urlFor(urls.appUrl, { database: name }),
    [Symbol.asyncDispose]: () => dropDatabase(adminUrl, name),
  };
}

// The templates that this process knows to be ready.
const templates = new Map<string, Urls>();

/** Does nothing when the template is ready, and completes one that a killed test run began. */
async function prepareTemplate(
  adminUrl: string,
  template: string,
  options: TestDatabaseOptions,
): Promise<Urls> {
  const ownerUrl = await createOwnedDatabase(adminUrl, template);
  const { appUrl } = await prepareDatabase({ entities: [], ...options, ownerUrl });
  return { ownerUrl, appUrl };
}

async function copyTemplate(client: Client, template: string, copy: Urls & { name: string }): Promise<void> {
  const name = escapeIdentifier(copy.name);
  const owner = escapeIdentifier(userOf(copy.ownerUrl));
  const app = escapeIdentifier(userOf(copy.appUrl));
  await client.query(`create database ${name} template ${escapeIdentifier(template)} owner ${owner}`);
  await client.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to ${app}`,
  );
}

function userOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, (client) =>
    client.query(`drop database ${escapeIdentifier(name)} with (force)`),
  );
}

/** Changes with every migration and mask, so that a database never has another version's schema. */
function fingerprint({ migrations, entities = [] }: TestDatabaseOptions): string {
  const hash = createHash("sha256");
  for (const { name, class: migration } of migrations) hash.update(name).update(migration.toString());
  for (const entity of entities) hash.update(JSON.stringify([entity.name, maskOf(entity)]));
  return hash.digest("hex").slice(0, 8);
}
