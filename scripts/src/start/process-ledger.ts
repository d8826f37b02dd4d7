import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { processEnded, processIdentity } from "@maillon/subgraph-kit/embedded";

interface Entry {
  /** For people who look for it. */
  readonly name: string;
  readonly pid: number;
  /** Tells the process from a later one with the same id. */
  readonly identity: string;
}

/** The processes that a run has started, written down so that the next run can find them. */
export interface ProcessLedger {
  add(name: string, pid: number): void;
  remove(pid: number): void;
}

const PATIENCE = 5_000;

/** Opens the ledger of a home, after stopping what is left of an earlier run: exactly the processes it started. */
export async function openProcessLedger(home: string): Promise<ProcessLedger> {
  const file = join(home, "processes.json");
  await Promise.all(readEntries(file).map(stopLeftover));
  const entries = new Map<number, Entry>();
  // Whoever reads it meanwhile, or after a kill, finds the old list or the new one, whole.
  const write = () => {
    writeFileSync(`${file}.draft`, JSON.stringify([...entries.values()]));
    renameSync(`${file}.draft`, file);
  };
  write();
  return {
    add(name, pid) {
      const identity = processIdentity(pid);
      // Already gone: nothing that a later run would have to stop.
      if (identity === undefined) return;
      entries.set(pid, { name, pid, identity });
      write();
    },
    remove(pid) {
      entries.delete(pid);
      write();
    },
  };
}

async function stopLeftover({ pid, identity }: Entry): Promise<void> {
  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    if (processIdentity(pid) !== identity) return;
    process.kill(pid, signal);
    if (await processEnded(pid, PATIENCE)) return;
  }
}

function readEntries(file: string): Entry[] {
  try {
    const found: unknown = JSON.parse(readFileSync(file, "utf8"));
    return Array.isArray(found) ? found.filter(isEntry) : [];
  } catch {
    // Absent, or not ours: the children end by themselves with their parent.
    return [];
  }
}

function isEntry(found: unknown): found is Entry {
  if (typeof found !== "object" || found === null) return false;
  const { pid, identity } = found as Partial<Entry>;
  return Number.isInteger(pid) && typeof identity === "string";
}
