import { join } from "node:path";
import type { SubgraphName } from "@maillon/schema";
import { findEmbeddedPostgres, startEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import type { Cleanup } from "./cleanup.ts";
import { type DatabaseSettings, subgraphNames } from "./settings.ts";

/** The URL of every subgraph's database, for the role that owns it. */
export type DatabaseUrls = ReadonlyMap<SubgraphName, string>;

/** Starts the embedded server, unless the settings place every database elsewhere. */
export async function openDatabases(settings: DatabaseSettings, cleanup: Cleanup): Promise<DatabaseUrls> {
  return databasesOn(settings, async () => {
    const server = await startEmbeddedPostgres({ home: postgresHome(settings.home) });
    cleanup.add(() => server.stop());
    return server;
  });
}

/**
 * The same databases for a tool that may run beside `npm start` or without it: uses the server that runs, or
 * starts it.
 */
export async function reachDatabases(settings: DatabaseSettings, cleanup: Cleanup): Promise<DatabaseUrls> {
  const running = findEmbeddedPostgres(postgresHome(settings.home));
  return running ? databasesOn(settings, async () => running) : openDatabases(settings, cleanup);
}

/** Where the embedded server keeps its state. */
export function postgresHome(home: string): string {
  return join(home, "postgres");
}

async function databasesOn(
  { databaseUrls }: DatabaseSettings,
  embedded: () => Promise<{ createDatabase(name: string): Promise<string> }>,
): Promise<DatabaseUrls> {
  const local = subgraphNames.filter((name) => !databaseUrls.has(name));
  const urls = new Map(databaseUrls);
  if (local.length === 0) return urls;
  const server = await embedded();
  for (const name of local) urls.set(name, await server.createDatabase(name));
  return urls;
}
