import { existsSync, mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claimFolder } from "../embedded/folder-claim.ts";
import { withClient } from "../database/with-client.ts";
import { startTestPostgres } from "./test-postgres.ts";

const anHourAgo = new Date(Date.now() - 3_600_000);

describe("startTestPostgres", () => {
  test("leaves nothing behind when it is stopped", async () => {
    const server = await startTestPostgres();
    const { rows } = await withClient(server.adminUrl, (client) => client.query("show data_directory"));
    const folder: unknown = rows[0]?.data_directory;
    await server.stop();
    expect(existsSync(String(folder))).toBe(false);
    await expect(withClient(server.adminUrl, async () => {})).rejects.toThrow(/ECONNREFUSED/);
  });

  test("removes what killed runs left, and nothing that is in use", async () => {
    using killed = runFolder();
    using running = runFolder();
    claimFolder(running.path);
    for (const { path } of [killed, running]) utimesSync(path, anHourAgo, anHourAgo);
    const server = await startTestPostgres();
    await server.stop();
    expect([existsSync(killed.path), existsSync(running.path)]).toEqual([false, true]);
  });
});

function runFolder() {
  const path = mkdtempSync(join(tmpdir(), "maillon-test-postgres-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
