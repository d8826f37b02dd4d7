import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Tells a running process from any other that ever had, or will have, the same id: its start time.
 * Undefined when no such process runs. A process that has ended but was not collected yet does not run.
 */
export function processIdentity(pid: number): string | undefined {
  if (process.platform === "linux") return linuxIdentity(pid);
  if (process.platform === "win32") return exists(pid) ? "running" : undefined;
  return listed(pid, "lstart");
}

/** The command line of a running process, or undefined when there is none or it may not be read. */
export function commandLine(pid: number): string | undefined {
  if (process.platform === "linux") return readOrNothing(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ");
  return listed(pid, "command");
}

/** Resolves with true once the process is gone, with false if it still runs after the given milliseconds. */
export async function processEnded(pid: number, patience: number): Promise<boolean> {
  const identity = processIdentity(pid);
  if (identity === undefined) return true;
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (processIdentity(pid) !== identity) return true;
  }
  return false;
}

function linuxIdentity(pid: number): string | undefined {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the program's name in parentheses and may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [state, startTime] = [fields[0], fields[19]];
  if (state === "Z" || state === "X") return undefined;
  // Start times count from boot, so that after a reboot they could repeat.
  return `${readOrNothing("/proc/sys/kernel/random/boot_id")?.trim() ?? ""}/${startTime ?? ""}`;
}

function listed(pid: number, column: "lstart" | "command"): string | undefined {
  const { status, stdout } = spawnSync("ps", ["-o", `${column}=`, "-p", String(pid)], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "" ? stdout.trim() : undefined;
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
