import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeFlags } from "../node-flags.ts";
import { repositoryRoot } from "../repository-root.ts";
import type { SoakReport } from "./run-soak.ts";

async function soak(...options: string[]): Promise<SoakReport> {
  const program = join(repositoryRoot, "scripts/src/soak.ts");
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...nodeFlags, program, "--json", "--minutes", "0.05", ...options],
    {
      // It runs the demo, which refuses to run in production.
      env: { ...process.env, NODE_ENV: "test" },
    },
  );
  return JSON.parse(stdout) as SoakReport;
}

describe("the demo chain under load", () => {
  it("loses no request to new supergraphs, and to a restarting subgraph no more than its fields", async () => {
    const { requests, memory, complaints, ...done } = await soak("--swaps", "2", "--restarts", "2");
    expect(complaints).toEqual([]);
    expect(requests.failed).toBe(0);
    expect(requests.complete).toBeGreaterThan(0);
    expect(done).toMatchObject({ swaps: 2, restarts: 2 });
    const watched = ["catalogue", "compliance", "customers", "gateway", "gateway heap", "orders"];
    expect(memory.map(({ name }) => name).toSorted()).toEqual(watched);
  }, 600_000);
});
