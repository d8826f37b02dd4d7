import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hasCode } from "../database/error-code.ts";
import { processIdentity } from "./process-identity.ts";

const LOCK = "in-use.json";

/** The right of this process to use a folder, until it is released or the process ends. */
export interface FolderClaim {
  readonly folder: string;
  release(): void;
}

/** Thrown when another running process, or an earlier claim of this one, uses the folder. */
export class FolderInUse extends Error {
  override readonly name = "FolderInUse";
  readonly folder: string;
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(`${folder} is in use by process ${pid}, which is still running.`);
    this.folder = folder;
    this.pid = pid;
  }
}

/** Claims a folder for this process. A claim whose process has ended, however it ended, does not count. */
export function claimFolder(folder: string): FolderClaim {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, LOCK);
  const claim = JSON.stringify({
    pid: process.pid,
    identity: processIdentity(process.pid),
    id: randomUUID(),
  });
  // Written aside and then linked: the lock appears with its content or not at all.
  const draft = `${lock}.${randomUUID()}`;
  writeFileSync(draft, claim, { mode: 0o644 });
  try {
    while (!linked(draft, lock)) removeIfStale(folder, lock);
  } finally {
    rmSync(draft, { force: true });
  }
  return {
    folder,
    release: () => {
      if (textOf(lock) === claim) rmSync(lock, { force: true });
    },
  };
}

/** The process that uses a folder now, if any. */
export function folderUser(folder: string): number | undefined {
  const claim = textOf(join(folder, LOCK));
  return claim === undefined ? undefined : livingOwner(claim);
}

function removeIfStale(folder: string, lock: string): void {
  const claim = textOf(lock);
  if (claim === undefined) return;
  const pid = livingOwner(claim);
  if (pid !== undefined) throw new FolderInUse(folder, pid);
  const grave = `${lock}.${randomUUID()}`;
  if (!renamed(lock, grave)) return;
  // Two processes may clean up at once: the slower one must not bury the lock that the faster one just made.
  if (textOf(grave) !== claim) linked(grave, lock);
  rmSync(grave, { force: true });
}

function livingOwner(claim: string): number | undefined {
  try {
    const { pid, identity } = JSON.parse(claim) as { pid?: unknown; identity?: unknown };
    return typeof pid === "number" && identity !== undefined && processIdentity(pid) === identity
      ? pid
      : undefined;
  } catch {
    return undefined;
  }
}

function linked(from: string, to: string): boolean {
  return unless("EEXIST", () => linkSync(from, to));
}

function renamed(from: string, to: string): boolean {
  return unless("ENOENT", () => renameSync(from, to));
}

/** Runs a file operation; false instead of the one error that another process may cause at any moment. */
function unless(code: string, operation: () => void): boolean {
  try {
    operation();
    return true;
  } catch (error) {
    if (hasCode(error, code)) return false;
    throw error;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
