import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import { nodeFlags } from "../node-flags.ts";
import type { ProcessLedger } from "./process-ledger.ts";
import type { FirstTask, Service } from "./service.ts";

/** What running services share. */
export interface ServiceHost {
  readonly ledger: ProcessLedger;
  /** The folder for their logs. */
  readonly logs: string;
  /** Told about everything that a person at the terminal should know. */
  readonly report: (message: string) => void;
}

/** A service that runs until it is stopped; it is started again when it ends by itself. */
export interface RunningService {
  /** Resolves when it answers; rejects with the end of its log when it ends before that. */
  readonly ready: Promise<void>;
  stop(): Promise<void>;
}

const START_PATIENCE = 300_000;
const STOP_PATIENCE = 10_000;
const LONGEST_PAUSE = 10_000;
/** Someone stopped it on purpose: time to look at a chain without it. */
const PAUSE_AFTER_STOP = 5_000;
/** A service that ran this long starts again at once. */
const STABLE = 60_000;

const withoutLedger = z.object({ followsLedger: z.literal(false) });

/** Starts a service. */
export function runService(service: Service, host: ServiceHost): RunningService {
  const stopping = new AbortController();
  const first = spawnService(service, host, "first");
  const answered = Promise.race([answers(service.readyUrl, stopping.signal), first.ended.then(() => false)]);
  const kept = keepRunning(first, { service, host, answered, stopping: stopping.signal });
  return {
    ready: requireAnswer(answered, () => describeFailure(first.child, service, host)),
    stop: async () => {
      stopping.abort();
      await kept;
    },
  };
}

async function requireAnswer(answered: Promise<boolean>, failure: () => string): Promise<void> {
  if (!(await answered)) throw new Error(failure());
}

interface Spawned {
  readonly child: ChildProcess;
  readonly ended: Promise<void>;
}

interface Keeping {
  readonly service: Service;
  readonly host: ServiceHost;
  /** Whether the first process came to answer; a service that never did is not tried again. */
  readonly answered: Promise<boolean>;
  readonly stopping: AbortSignal;
}

async function keepRunning(first: Spawned, { service, host, answered, stopping }: Keeping): Promise<void> {
  const stopped = once(stopping, "abort");
  let current = first;
  for (let failures = 1; ; failures += 1) {
    const startedAt = Date.now();
    await Promise.race([current.ended, stopped]);
    if (stopping.aborted || !(await answered)) return endProcess(current);
    if (Date.now() - startedAt > STABLE) failures = 1;
    const onPurpose = current.child.exitCode === 0;
    const pause = onPurpose ? PAUSE_AFTER_STOP : Math.min(250 * 2 ** failures, LONGEST_PAUSE);
    host.report(
      `${service.name} ended (${describeEnd(current.child)}); it starts again in ${pause / 1000} s`,
    );
    await sleep(pause, undefined, { signal: stopping }).catch(() => {});
    if (stopping.aborted) return;
    current = spawnService(service, host, "again");
  }
}

async function endProcess({ child, ended }: Spawned): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), STOP_PATIENCE);
  await ended;
  clearTimeout(timer);
}

function spawnService(service: Service, host: ServiceHost, turn: "first" | "again"): Spawned {
  const { name, environment } = service;
  const before = turn === "first" ? service.before : undefined;
  const log = openSync(logOf(name, host), turn === "first" ? "w" : "a", 0o600);
  const child = spawn(process.execPath, commandOf(service, before), {
    env: { ...environment, ...before?.environment },
    stdio: ["ignore", log, log, "ipc"],
    // Out of the terminal's reach: Ctrl-C is for this process, which stops the services in order.
    detached: true,
    windowsHide: true,
  });
  closeSync(log);
  const { pid } = child;
  if (pid !== undefined) host.ledger.add(name, pid);
  const ended = new Promise<void>((resolve) => {
    const forget = () => {
      if (pid !== undefined) host.ledger.remove(pid);
      resolve();
    };
    child.once("exit", forget).once("error", forget);
  });
  return { child, ended };
}

/** Node evaluates what it is to import, to its end, before the program; both see the same arguments. */
function commandOf({ program }: Service, before: FirstTask | undefined): string[] {
  if (before === undefined) return [...nodeFlags, program];
  return [...nodeFlags, "--import", pathToFileURL(before.program).href, program, ...before.args];
}

async function answers(url: string, stopping: AbortSignal): Promise<boolean> {
  const deadline = Date.now() + START_PATIENCE;
  while (!stopping.aborted && Date.now() < deadline) {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    const state: unknown = await response?.json().catch(() => undefined);
    // One that has waited in vain for the ledger serves without it; people who ask now would be refused what is theirs.
    const unknowing = withoutLedger.safeParse(state).success;
    if (response?.ok && !unknowing) return true;
    await sleep(100);
  }
  return false;
}

function describeEnd({ exitCode, signalCode }: ChildProcess): string {
  if (signalCode !== null) return signalCode;
  return exitCode === null ? "it still runs but does not answer" : `exit code ${exitCode}`;
}

function describeFailure(child: ChildProcess, { name }: Service, host: ServiceHost): string {
  const tail = readFileSync(logOf(name, host), "utf8").trim().split("\n").slice(-40).join("\n");
  return `${name} did not start (${describeEnd(child)}):\n${tail}`;
}

/** Where a service writes what it has to say. */
export function logOf(name: string, host: Pick<ServiceHost, "logs">): string {
  return join(host.logs, `${name}.log`);
}
