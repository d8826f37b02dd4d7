import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStandInChain } from "../testing/stand-in-chain.ts";
import { resetHome } from "./reset-home.ts";

describe("resetHome", () => {
  test("refuses while the chain runs, and deletes everything once it has stopped", async () => {
    await using chain = await openStandInChain();
    const first = chain.start();
    await first.ready;
    await expect(resetHome(chain.home)).rejects.toThrow(`process ${first.process.pid}`);
    first.process.kill("SIGINT");
    await first.ended;
    const password = readFileSync(join(chain.home, "postgres", "password"), "utf8");
    await resetHome(chain.home);
    expect(existsSync(chain.home)).toBe(false);
    await chain.start().ready;
    expect(readFileSync(join(chain.home, "postgres", "password"), "utf8")).not.toBe(password);
  });

  test("does not touch a folder that holds something else", async () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "thesis.txt"), "years of work");
    await expect(resetHome(folder.path)).rejects.toThrow("holds other files");
    expect(readFileSync(join(folder.path, "thesis.txt"), "utf8")).toBe("years of work");
  });
});

function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-reset-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}
