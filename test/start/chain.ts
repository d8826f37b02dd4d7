import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { SUBGRAPHS } from "@maillon/schema";
import { freePort, removeEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";

const run = resolve(import.meta.dirname, "../../scripts/run.mjs");

/** What the gateway answers to a query. */
export interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** The real chain, started as a person would start it, with state and ports of its own. */
export interface Chain extends AsyncDisposable {
  /** Where people open the gateway. */
  readonly url: string;
  /** The folder with all state of the chain. */
  readonly home: string;
  /** Where a service listens on 127.0.0.1. */
  portOf(service: string): number;
  /** Resolves with the process of `npm start` when that has printed that it is ready. */
  start(): Promise<ChildProcess>;
  token(persona: string): Promise<string>;
  /** Runs a command of package.json on the chain's state; resolves with its standard output. */
  command(name: string, ...args: string[]): Promise<string>;
  query(query: string, token: string, variables?: object): Promise<Answer>;
  pidOf(service: string): number;
  /** What a service has written to its log. */
  logOf(service: string): string;
  /** The ports of the chain on which something listens. */
  listening(): Promise<number[]>;
}

/** Chooses state and ports; disposing of the chain ends what still runs and deletes everything. */
export async function openChain(more: Readonly<Record<string, string>> = {}): Promise<Chain> {
  const home = mkdtempSync(join(tmpdir(), "maillon-home-"));
  // As root, PostgreSQL runs as another account, which must get to its data.
  chmodSync(home, 0o755);
  const ports: Record<string, number> = {};
  for (const name of ["gateway", ...Object.keys(SUBGRAPHS)]) ports[name] = await freePort();
  const { PATH, HOME } = process.env;
  const portVariables = Object.entries(ports).map(([name, port]) => [
    `${name.toUpperCase()}_PORT`,
    String(port),
  ]);
  const env = { PATH, HOME, MAILLON_HOME: home, ...Object.fromEntries(portVariables), ...more };
  const started: ChildProcess[] = [];
  const command = async (name: string, ...args: string[]) => {
    const child = spawn(process.execPath, [run, name, ...args], {
      env,
      stdio: ["ignore", "pipe", "inherit"],
    });
    return (await text(child.stdout)).trim();
  };
  const url = `http://localhost:${ports["gateway"]}`;
  return {
    url,
    home,
    portOf(service) {
      const port = ports[service];
      if (port === undefined) throw new Error(`The chain has no service ${service}.`);
      return port;
    },
    async start() {
      const child = spawn(process.execPath, [run, "start"], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
        // A process group of its own, as a terminal gives to what it runs.
        detached: true,
      });
      started.push(child);
      const line = await Promise.race([once(child.stdout, "data").then(String), once(child, "exit")]);
      const ready = `Maillon is ready: ${url}\n`;
      if (line !== ready) throw new Error(`npm start did not start: ${String(line)}`);
      return child;
    },
    token: (persona) => command("token", persona),
    command,
    async query(query, token, variables = {}) {
      const response = await fetch(`http://127.0.0.1:${ports["gateway"]}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    pidOf(service) {
      const entries = JSON.parse(readFileSync(join(home, "processes.json"), "utf8")) as {
        name: string;
        pid: number;
      }[];
      const entry = entries.find(({ name }) => name === service);
      if (entry === undefined) throw new Error(`${service} does not run.`);
      return entry.pid;
    },
    logOf: (service) => readFileSync(join(home, "logs", `${service}.log`), "utf8"),
    async listening() {
      const open = await Promise.all(
        Object.values(ports).map(async (port) => ((await accepts(port)) ? [port] : [])),
      );
      return open.flat();
    },
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map(end));
      await removeEmbeddedPostgres(join(home, "postgres"));
      rmSync(home, { recursive: true });
    },
  };
}

/** Presses Ctrl-C: the signal goes to the whole process group. Resolves when the process has ended. */
export async function interrupt(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  if (child.pid !== undefined) process.kill(-child.pid, "SIGINT");
  await exit;
}

/** Asks again until the answer fits; gives up, with the last answer, after half a minute. */
export async function until<Result>(
  ask: () => Promise<Result>,
  fits: (result: Result) => boolean,
): Promise<Result> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const result = await ask();
    if (fits(result) || Date.now() > deadline) return result;
    await sleep(100);
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

async function accepts(port: number): Promise<boolean> {
  const socket = createConnection(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
