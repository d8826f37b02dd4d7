import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";

/** A process that takes part in a benchmark. */
export interface Contender {
  readonly name: string;
  readonly url: string;
  readonly process: ChildProcess;
  /** Sends one operation and resolves with the text of the answer; `signal` ends it without one. */
  readonly ask: (query: string, variables?: object, signal?: AbortSignal) => Promise<string>;
  /** Seconds of CPU that the whole process has used so far. */
  readonly cpu: () => Promise<number>;
  readonly stop: () => void;
}

/** How a contender is started. */
export interface ContenderOptions {
  readonly name: string;
  readonly script: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly nodeFlags?: readonly string[];
  /** Headers of every request. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Starts a process and waits until it says where it listens. */
export async function startContender(options: ContenderOptions): Promise<Contender> {
  const { name, script, env, nodeFlags = [], headers = {} } = options;
  const child = fork(script, {
    execArgv: [...nodeFlags],
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const url = await readyUrl(child, name);
  const agent = new Agent({ keepAlive: true });
  return {
    name,
    url,
    process: child,
    ask: (query, variables, signal) =>
      post(`${url}/graphql`, { agent, headers, signal, body: JSON.stringify({ query, variables }) }),
    cpu: () => cpuSeconds(child.pid ?? 0),
    stop() {
      agent.destroy();
      child.kill("SIGTERM");
    },
  };
}

function readyUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    child.once("message", (message: { ready: string }) => resolve(message.ready));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code} before it was ready`)));
  });
}

interface Posted {
  readonly agent: Agent;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal | undefined;
}

function post(url: string, { agent, headers, body, signal }: Posted): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: "POST",
      agent,
      signal,
      headers: { ...headers, "content-type": "application/json", accept: "application/json" },
    });
    sent.on("response", (response) => text(response).then(resolve, reject)).on("error", reject);
    sent.end(body);
  });
}

/**
 * Linux keeps user and system time of a process, all threads included, as fields 14 and 15, in hundredths of
 * a second.
 */
async function cpuSeconds(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
