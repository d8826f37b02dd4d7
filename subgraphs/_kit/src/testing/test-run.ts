import { randomBytes } from "node:crypto";
import { escapeIdentifier } from "pg";
import { withClient } from "../database/with-client.ts";
import { startTestPostgres } from "./test-postgres.ts";

/** What the setup of a test run hands to the processes that run its tests, through their environment. */
export const TEST_RUN = { adminUrl: "MAILLON_TEST_ADMIN_URL", id: "MAILLON_TEST_RUN" } as const;

/**
 * Makes a PostgreSQL server available to every test of a run: the one at `DATABASE_URL_TEST`, as a superuser (some
 * tests hand out what must then be refused), or one started for this run alone. Returns the function that leaves
 * nothing behind.
 */
export async function setUpTestRun(environment: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  const id = randomBytes(4).toString("hex");
  environment[TEST_RUN.id] = id;
  const given = environment["DATABASE_URL_TEST"];
  if (given !== undefined && given !== "") {
    environment[TEST_RUN.adminUrl] = given;
    return () => dropEverythingOf(id, given);
  }
  const server = await startTestPostgres();
  environment[TEST_RUN.adminUrl] = server.adminUrl;
  return server.stop;
}

async function dropEverythingOf(run: string, adminUrl: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const pattern = `test\\_${run}\\_%`;
    const databases = await client.query<{ name: string }>(
      "select datname as name from pg_database where datname like $1",
      [pattern],
    );
    for (const { name } of databases.rows) {
      await client.query(`alter database ${escapeIdentifier(name)} is_template false`);
      await client.query(`drop database ${escapeIdentifier(name)} with (force)`);
    }
    // Application roles first: they were created by the owners.
    const roles = await client.query<{ name: string }>(
      "select rolname as name from pg_roles where rolname like $1 order by rolname like '%\\_owner'",
      [pattern],
    );
    for (const { name } of roles.rows) await client.query(`drop role ${escapeIdentifier(name)}`);
  });
}
