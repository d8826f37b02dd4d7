import { SUPERUSER, openDataFolder } from "./data-folder.ts";
import { claimFolder } from "./folder-claim.ts";
import { freePort } from "./free-port.ts";
import { type LaunchOptions, type RunningServer, launchServer } from "./launch-server.ts";
import { stopLeftoverServer } from "./leftover-server.ts";
import { createOwnedDatabase } from "../database/owned-database.ts";
import { openPlace, removePlace } from "./postgres-place.ts";
import { openRuntime } from "./postgres-runtime.ts";

/** Where an embedded server keeps its state, and how it runs. */
export interface EmbeddedPostgresOptions {
  /** The folder for its data, password, binaries and log; created when absent. */
  readonly home: string;
  /** A free port unless given. */
  readonly port?: number;
  /** False gives up safety against power failure for speed; for tests only. */
  readonly durable?: boolean;
}

/** A PostgreSQL server on 127.0.0.1 that this process started. */
export interface EmbeddedPostgres {
  readonly port: number;
  /** The superuser's URL; never for an application. */
  readonly adminUrl: string;
  /** Creates a database unless it exists; returns the URL of the role that owns it (no superuser). */
  createDatabase(name: string): Promise<string>;
  stop(): Promise<void>;
}

const CRASH_PAUSE = 500;

/**
 * Starts the PostgreSQL server of a folder. Data survive a restart. A server that a killed run left behind is stopped
 * first; a server of a run that is alive is not touched: then this throws `FolderInUse`. A server that is killed while
 * this process lives is started again, on the same port; when this process dies, the server stops.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { home, durable = true } = options;
  const place = openPlace(home);
  const claim = claimFolder(place.home);
  try {
    const { initdb, postgres } = openRuntime(place.base);
    const password = await openDataFolder(place, initdb, durable);
    const { launch, server } = await firstLaunch({ place, postgres, durable }, options.port);
    const adminUrl = `postgresql://${SUPERUSER}:${password}@127.0.0.1:${launch.port}/postgres`;
    const stop = keepRunning(launch, server);
    return {
      port: launch.port,
      adminUrl,
      createDatabase: (name) => createOwnedDatabase(adminUrl, name),
      stop: () => stop().finally(() => claim.release()),
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

/** Deletes a server's folder with all its data; throws `FolderInUse` while a run that is alive uses it. */
export async function removeEmbeddedPostgres(home: string): Promise<void> {
  const place = openPlace(home);
  claimFolder(place.home);
  await stopLeftoverServer(place.data);
  removePlace(place.home);
}

/** A port that was free a moment ago may be taken by now; then, unless it was asked for, another one will do. */
async function firstLaunch(
  options: Omit<LaunchOptions, "port">,
  wantedPort: number | undefined,
): Promise<{ launch: LaunchOptions; server: RunningServer }> {
  for (let attempt = 1; ; attempt += 1) {
    const launch = { ...options, port: wantedPort ?? (await freePort("database")) };
    try {
      return { launch, server: await launchServer(launch) };
    } catch (error) {
      const portTaken = error instanceof Error && error.message.includes("could not bind");
      const orphans = error instanceof Error && error.message.includes("shared memory block");
      if (attempt > 20 || !(orphans || (portTaken && wantedPort === undefined))) throw error;
      // Sessions of a server that was killed notice it within moments and end.
      await pause(CRASH_PAUSE);
    }
  }
}

/** Starts a server again whenever it ends by itself; returns the function that ends it for good. */
function keepRunning(launch: LaunchOptions, first: RunningServer): () => Promise<void> {
  const stopping = new AbortController();
  let current = first;
  const watching = (async () => {
    while (!stopping.signal.aborted) {
      await current.ended;
      if (stopping.signal.aborted) return;
      await pause(CRASH_PAUSE);
      // A start that fails is tried again after the pause; what went wrong is in the server's log.
      current = await launchServer(launch).catch(() => ({ ended: Promise.resolve(), stop: async () => {} }));
    }
  })();
  return async () => {
    stopping.abort();
    await current.stop();
    await watching;
    // A start may have been under way when the end was asked for.
    await current.stop();
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
