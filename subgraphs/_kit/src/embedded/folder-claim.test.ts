import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimFolder, folderUser } from "./folder-claim.ts";

describe("claimFolder", () => {
  test("refuses a folder in use and names the process", () => {
    using folder = temporaryFolder();
    claimFolder(folder.path);
    expect(() => claimFolder(folder.path)).toThrow(`${folder.path} is in use by process ${process.pid}`);
    expect(folderUser(folder.path)).toBe(process.pid);
  });

  test("gives a released folder to the next", () => {
    using folder = temporaryFolder();
    claimFolder(folder.path).release();
    expect(folderUser(folder.path)).toBeUndefined();
    expect(() => claimFolder(folder.path)).not.toThrow();
  });

  test("does not release the claim of a successor", () => {
    using folder = temporaryFolder();
    const first = claimFolder(folder.path);
    first.release();
    claimFolder(folder.path);
    first.release();
    expect(folderUser(folder.path)).toBe(process.pid);
  });

  test.each([
    { stale: "of a process that is gone", lock: { pid: 2_147_483_646, identity: "boot/1" } },
    { stale: "of a process whose id another one has now", lock: { pid: process.pid, identity: "boot/1" } },
    { stale: "that names no process", lock: {} },
    { stale: "that names a process without its identity", lock: { pid: 2_147_483_646 } },
  ])("ignores a lock $stale", ({ lock }) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "in-use.json"), JSON.stringify(lock));
    expect(folderUser(folder.path)).toBeUndefined();
    expect(() => claimFolder(folder.path)).not.toThrow();
  });

  test("ignores a lock that is not readable as one", () => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, "in-use.json"), "{");
    expect(() => claimFolder(folder.path)).not.toThrow();
  });
});

function temporaryFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-claim-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true }) };
}
