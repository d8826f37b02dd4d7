import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandLine, processEnded, processIdentity } from "./process-identity.ts";

/** What PostgreSQL notes about itself in `postmaster.pid`. */
export interface PostmasterNote {
  readonly pid: number;
  readonly port: number;
  readonly ready: boolean;
}

// Larger than any process id: PostgreSQL finds nobody behind it and then checks the shared memory that the note names.
const NOBODY = 2_147_483_647;

/** Reads the note of the server that runs, or ran, on this data; undefined when there is none. */
export function readPostmasterNote(data: string): PostmasterNote | undefined {
  const lines = readNote(data)?.split("\n");
  const pid = Number(lines?.[0]);
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0 || pid === NOBODY) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === "ready" };
}

/**
 * Stops a server that an earlier run left on this data, and makes sure that a note left by one that was killed stops
 * nobody. A process that merely has the same id by now is left alone.
 */
export async function stopLeftoverServer(data: string): Promise<void> {
  const note = readPostmasterNote(data);
  if (note === undefined) return;
  if (isServerOf(note.pid, data)) await stopServer(note.pid);
  // The note is not deleted: by the shared memory it names, PostgreSQL recognises orphaned sessions that still write.
  const left = readNote(data);
  if (left !== undefined) writeFileSync(noteOf(data), left.replace(/^.*/, String(NOBODY)));
}

async function stopServer(pid: number): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", 30_000],
    ["SIGQUIT", 30_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      return;
    }
    if (await processEnded(pid, patience)) return;
  }
  throw new Error(`PostgreSQL of an earlier run (process ${pid}) does not stop; stop it and start again.`);
}

function isServerOf(pid: number, data: string): boolean {
  return processIdentity(pid) !== undefined && (commandLine(pid)?.includes(data) ?? false);
}

function readNote(data: string): string | undefined {
  try {
    return readFileSync(noteOf(data), "utf8");
  } catch {
    return undefined;
  }
}

function noteOf(data: string): string {
  return join(data, "postmaster.pid");
}
