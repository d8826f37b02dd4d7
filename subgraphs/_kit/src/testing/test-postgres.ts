import { mkdtempSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../embedded/embedded-postgres.ts";
import { folderUser } from "../embedded/folder-claim.ts";
import { removePlace } from "../embedded/postgres-place.ts";

const PREFIX = "maillon-test-postgres-";

/** The server that the databases of one test run live on. */
export interface TestPostgres {
  /** The superuser's. */
  readonly adminUrl: string;
  stop(): Promise<void>;
}

/**
 * Starts a throw-away server for one test run, apart from every other run on this machine; removes what killed runs
 * left. It stops when this process ends, however it ends.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  await removeAbandoned();
  const home = mkdtempSync(join(tmpdir(), PREFIX));
  const server = await startEmbeddedPostgres({ home, durable: false });
  return {
    adminUrl: server.adminUrl,
    stop: async () => {
      await server.stop();
      removePlace(home);
    },
  };
}

async function removeAbandoned(): Promise<void> {
  const names = readdirSync(tmpdir()).filter((name) => name.startsWith(PREFIX));
  for (const home of names.map((name) => join(tmpdir(), name))) {
    if (abandoned(home)) await removeEmbeddedPostgres(home);
  }
}

/** Ours, used by nobody, and not so young that its run may be just about to claim it. */
function abandoned(home: string): boolean {
  const found = statSync(home, { throwIfNoEntry: false });
  if (found === undefined || found.uid !== (process.getuid?.() ?? found.uid)) return false;
  return folderUser(home) === undefined && Date.now() - found.mtimeMs > 60_000;
}
