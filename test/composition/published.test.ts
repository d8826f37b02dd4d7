import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const flags = ["--import", "./scripts/loader.mjs", "--conditions=source"];

describe("what the companies publish", () => {
  it("is what their code says today: contracts, supergraph and exchange format", async () => {
    const compose = promisify(execFile)(process.execPath, [...flags, "scripts/src/compose.ts", "--check"], {
      cwd: root,
    });
    await expect(compose).resolves.toEqual({ stdout: "", stderr: "" });
  });
});
