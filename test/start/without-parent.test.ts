import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { processEnded } from "@maillon/subgraph-kit/embedded";
import { openChain } from "./chain.ts";
import { until } from "./until.ts";

const preload = pathToFileURL(resolve(import.meta.dirname, "../../scripts/end-with-parent.mjs")).href;
// A start of five processes, on whatever machine runs this.
const PATIENCE = 600_000;

describe("a process that ends with its parent", () => {
  test("ends when its parent was killed, however busy it is", async () => {
    using files = openFiles();
    const busy = files.write(
      "busy.mjs",
      "process.stdout.write(String(process.pid)); setInterval(() => {}, 9);",
    );
    const parent = spawn(process.execPath, ["--eval", forking(busy)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [said] = await once(parent.stdout, "data");
    parent.kill("SIGKILL");
    await expect(processEnded(Number(said), 100_000)).resolves.toBe(true);
  });

  test("ends by itself when it is through, while its parent lives", async () => {
    using files = openFiles();
    const child = fork(files.write("through.mjs", ""), { execArgv: ["--import", preload] });
    await expect(once(child, "exit")).resolves.toEqual([0, null]);
  });
});

describe("a start of the chain", () => {
  test(
    "ends with all that it has started when whoever began it is gone before it is ready",
    async () => {
      await using chain = await openChain();
      const start = chain.begin();
      const ended = once(start, "exit");
      const pids = await until(
        async () => processesOf(chain.home),
        ({ length }) => length === 5,
      );
      start.disconnect();
      await ended;
      const left = await Promise.all(pids.map(async (pid) => !(await processEnded(pid, 20_000))));
      expect([left, existsSync(join(chain.home, "postgres", "data", "postmaster.pid"))]).toEqual([
        pids.map(() => false),
        false,
      ]);
    },
    PATIENCE,
  );
});

/** The processes that a start has written down. */
function processesOf(home: string): number[] {
  const file = join(home, "processes.json");
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, "utf8")) as { pid: number }[]).map(({ pid }) => pid);
}

/** A program that forks another one, which ends with it, and does nothing more. */
function forking(file: string): string {
  return `require("node:child_process").fork(${JSON.stringify(file)}, { execArgv: ["--import", "${preload}"] });`;
}

function openFiles() {
  const folder = mkdtempSync(join(tmpdir(), "maillon-orphans-"));
  return {
    write(name: string, content: string) {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    },
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
}
