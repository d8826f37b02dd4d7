import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { readPostmasterNote, stopLeftoverServer } from "./leftover-server.ts";
import type { PostgresPlace } from "./postgres-place.ts";

/** How to run a server on data that exists. */
export interface LaunchOptions {
  readonly place: PostgresPlace;
  readonly postgres: string;
  readonly port: number;
  /** False gives up safety against power failure for speed; for tests only. */
  readonly durable: boolean;
}

/** A server that accepts connections. */
export interface RunningServer {
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const START_PATIENCE = 60_000;
const guard = fileURLToPath(new URL(`./postgres-guard${extname(import.meta.url)}`, import.meta.url));

/** Starts PostgreSQL under its guard and resolves when it accepts connections; rejects with what its log says. */
export async function launchServer(options: LaunchOptions): Promise<RunningServer> {
  const { place } = options;
  await stopLeftoverServer(place.data);
  const logged = statSync(place.log, { throwIfNoEntry: false })?.size ?? 0;
  const child = forkGuard(options);
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve()).once("error", () => resolve());
  });
  const stop = async () => {
    child.ref();
    if (child.connected) child.disconnect();
    await ended;
    // Only has work to do when the guard itself was killed.
    await stopLeftoverServer(place.data);
  };
  if (!(await becameReady(child, place.data))) {
    await stop();
    const reason = readFileSync(place.log, "utf8").slice(logged).trim();
    throw new Error(`PostgreSQL did not start on port ${options.port}:\n${reason}`);
  }
  return { ended, stop };
}

function forkGuard(options: LaunchOptions): ChildProcess {
  const { place, postgres } = options;
  const account = place.account ? `${place.account.uid}:${place.account.gid}` : "";
  const log = openSync(place.log, "a", 0o600);
  const child = fork(guard, [account, postgres, "-D", place.data, ...settings(options)], {
    // Apart from the launcher's terminal: Ctrl-C must reach whoever uses the database first.
    detached: true,
    execArgv: [],
    cwd: place.base,
    env: { PATH: process.env["PATH"] ?? "", LC_ALL: "C", TZ: "UTC" },
    stdio: ["ignore", log, log, "ipc"],
  });
  closeSync(log);
  child.unref();
  child.channel?.unref();
  return child;
}

function settings({ port, durable }: LaunchOptions): string[] {
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];
  return [
    "listen_addresses=127.0.0.1",
    `port=${port}`,
    "unix_socket_directories=",
    "timezone=UTC",
    "log_timezone=UTC",
    // A failed statement has the values of a company's rows in it.
    "log_min_error_statement=panic",
    ...(durable ? [] : fast),
  ].flatMap((setting) => ["-c", setting]);
}

async function becameReady(child: ChildProcess, data: string): Promise<boolean> {
  const deadline = Date.now() + START_PATIENCE;
  while (child.exitCode === null && child.signalCode === null && Date.now() < deadline) {
    if (readPostmasterNote(data)?.ready) return true;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return false;
}
