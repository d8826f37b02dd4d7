import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { SUBGRAPHS } from "@maillon/schema";
import { freePort, removeEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { logFile, untilTold } from "./told.ts";
import { until } from "./until.ts";

const services = ["gateway", ...Object.keys(SUBGRAPHS)];
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
  /** The process of `npm start`, which has only begun. */
  begin(): ChildProcess;
  /** Resolves with the process of `npm start` when that has printed that it is ready. */
  start(): Promise<ChildProcess>;
  token(persona: string): Promise<string>;
  /** Runs a command of package.json on the chain's state; resolves with its standard output. */
  command(name: string, ...args: string[]): Promise<string>;
  query(query: string, token: string, variables?: object): Promise<Answer>;
  /**
   * Resolves when the gateway and every company know all that was agreed until now: a change that was acknowledged
   * reaches each of them by itself, a moment later.
   */
  told(others?: readonly string[]): Promise<void>;
  /** Stops a service as its operator would; resolves when it no longer listens. It is back seconds later. */
  stop(service: string): Promise<void>;
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
  for (const name of services) ports[name] = await freePort();
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
    const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
    if (child.exitCode !== 0) throw new Error(`${name} ended with ${child.exitCode}:\n${output}`);
    return output.trim();
  };
  const url = `http://localhost:${ports["gateway"]}`;
  const portOf = (service: string) => {
    const port = ports[service];
    if (port === undefined) throw new Error(`The chain has no service ${service}.`);
    return port;
  };
  const begin = () => {
    const child = spawn(process.execPath, [run, "start"], {
      env,
      // The channel lets it notice that the test was killed.
      stdio: ["ignore", "pipe", "inherit", "ipc"],
      // A process group of its own, as a terminal gives to what it runs.
      detached: true,
    });
    started.push(child);
    return child;
  };
  return {
    url,
    home,
    portOf,
    begin,
    async start() {
      const child = begin();
      const printed = child.stdout && once(child.stdout, "data").then(String);
      const line = await Promise.race([printed, once(child, "exit")]);
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
    logOf: (service) => readFileSync(logFile(home, service), "utf8"),
    told: (others = []) => untilTold(home, [...services, ...others]),
    async stop(service) {
      process.kill(pidIn(home, service), "SIGTERM");
      await until(
        () => accepts(portOf(service)),
        (accepted) => !accepted,
      );
    },
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

/** The process of a service now, as `npm start` has written it down. */
function pidIn(home: string, service: string): number {
  const written = readFileSync(join(home, "processes.json"), "utf8");
  const entry = (JSON.parse(written) as { name: string; pid: number }[]).find(({ name }) => name === service);
  if (entry === undefined) throw new Error(`${service} does not run.`);
  return entry.pid;
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
