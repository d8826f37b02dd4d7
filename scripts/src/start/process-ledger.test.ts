import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openProcessLedger } from "./process-ledger.ts";

describe("the process ledger", () => {
  test("stops a process that an earlier run wrote down", async () => {
    using folder = temporaryFolder();
    using left = sleeper();
    (await openProcessLedger(folder.path)).add("left", left.pid);
    await openProcessLedger(folder.path);
    expect(await left.end).toBe("SIGTERM");
  });

  test("leaves a process alone that was taken off the list", async () => {
    using folder = temporaryFolder();
    using other = sleeper();
    const ledger = await openProcessLedger(folder.path);
    ledger.add("other", other.pid);
    ledger.remove(other.pid);
    await openProcessLedger(folder.path);
    expect(other.process.kill("SIGHUP")).toBe(true);
    expect(await other.end).toBe("SIGHUP");
  });

  test("leaves a stranger alone that has the id of a process of ours by now", async () => {
    using folder = temporaryFolder();
    using stranger = sleeper();
    const stale = [{ pid: stranger.pid, identity: "another boot/1" }];
    writeFileSync(join(folder.path, "processes.json"), JSON.stringify(stale));
    await openProcessLedger(folder.path);
    stranger.process.kill("SIGHUP");
    expect(await stranger.end).toBe("SIGHUP");
  });

  test.each(["", "[{", "{}", '[{"pid":1}]', '["x", null]'])(
    "starts afresh from a broken file: %s",
    async (content) => {
      using folder = temporaryFolder();
      writeFileSync(join(folder.path, "processes.json"), content);
      await expect(openProcessLedger(folder.path)).resolves.toBeDefined();
    },
  );
});

interface Sleeper {
  readonly process: ChildProcess;
  readonly pid: number;
  /** The signal that ended it. */
  readonly end: Promise<unknown>;
  [Symbol.dispose](): void;
}

function sleeper(): Sleeper {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => {}, 60_000)"], { stdio: "ignore" });
  return {
    process: child,
    pid: child.pid ?? Number.NaN,
    end: once(child, "exit").then(([, signal]) => signal),
    [Symbol.dispose]: () => void child.kill("SIGKILL"),
  };
}

function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-ledger-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}
