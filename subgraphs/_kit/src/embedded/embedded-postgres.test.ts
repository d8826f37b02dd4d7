import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type EmbeddedPostgresOptions, startEmbeddedPostgres } from "./embedded-postgres.ts";
import { readPostmasterNote } from "./leftover-server.ts";
import { openPlace, removePlace } from "./postgres-place.ts";
import { commandLine, processEnded, processIdentity } from "./process-identity.ts";
import { urlFor, withClient } from "../database/with-client.ts";

const MARK = [{ value: 42 }];
const launcher = fileURLToPath(new URL("embedded-postgres.ts", import.meta.url));

describe("an embedded PostgreSQL", () => {
  test("keeps its data from one start to the next", async () => {
    using home = temporaryHome();
    await writeMark(home.path);
    await expect(readMark(home.path)).resolves.toEqual(MARK);
  });

  test("lets nobody in without the password", async () => {
    using home = temporaryHome();
    await using server = await start(home.path);
    const wrong = urlFor(server.adminUrl, { password: "wrong" });
    await expect(withClient(wrong, async () => {})).rejects.toThrow(/password authentication failed/);
    expect(statSync(join(home.path, "password")).mode & 0o077).toBe(0);
  });

  test("gives each database an owner that is no superuser", async () => {
    using home = temporaryHome();
    await using server = await start(home.path);
    const url = await server.createDatabase("catalogue");
    await expect(server.createDatabase("catalogue")).resolves.toBe(url);
    const other = urlFor(await server.createDatabase("orders"), { database: "catalogue" });
    await expect(withClient(other, async () => {})).rejects.toThrow(/permission denied for database/);
    await expect(
      withClient(url, async (client) => (await client.query("show is_superuser")).rows),
    ).resolves.toEqual([{ is_superuser: "off" }]);
  });

  test("refuses a second start of the same folder while the first one runs", async () => {
    using home = temporaryHome();
    await using first = await start(home.path);
    await expect(start(home.path)).rejects.toThrow(`is in use by process ${process.pid}`);
    await withClient(first.adminUrl, (client) => client.query("select 1"));
  });

  test("names a port that is taken", async () => {
    using home = temporaryHome();
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    await expect(start(home.path, { port })).rejects.toThrow(`did not start on port ${port}`);
    other.close();
  });

  test("runs as another account when root starts it, also below a private folder", async () => {
    using home = temporaryHome();
    chmodSync(home.path, 0o700);
    const inner = join(home.path, "state");
    await writeMark(inner);
    await expect(readMark(inner)).resolves.toEqual(MARK);
    expect(statSync(openPlace(inner).data).uid).not.toBe(0);
    removePlace(inner);
  });
});

describe("after a crash", () => {
  test("a server that was killed comes back by itself on the same port", async () => {
    using home = temporaryHome();
    await using server = await start(home.path);
    process.kill(postmasterOf(home.path), "SIGKILL");
    await expect(reachedAgain(server.adminUrl)).resolves.toBe(true);
  });

  test("a server stops when the process that started it is killed", async () => {
    using home = temporaryHome();
    const parent = await startElsewhere(home.path);
    const pid = postmasterOf(home.path);
    await kill(parent);
    await expect(processEnded(pid, 100_000)).resolves.toBe(true);
    await expect(readMark(home.path)).resolves.toEqual(MARK);
  });

  test("a server that outlived both its guard and their parent is replaced", async () => {
    using home = temporaryHome();
    const parent = await startElsewhere(home.path);
    const pid = postmasterOf(home.path);
    // It would start a server again that has lost its guard.
    parent.kill("SIGSTOP");
    process.kill(guardOf(pid), "SIGKILL");
    await kill(parent);
    expect(processIdentity(pid)).toBeDefined();
    await expect(readMark(home.path)).resolves.toEqual(MARK);
    expect(processIdentity(pid)).toBeUndefined();
  });

  test("a server that was killed with everything around it starts again", async () => {
    using home = temporaryHome();
    const parent = await startElsewhere(home.path);
    const pid = postmasterOf(home.path);
    for (const each of [guardOf(pid), pid]) process.kill(each, "SIGKILL");
    await kill(parent);
    await expect(readMark(home.path)).resolves.toEqual(MARK);
  });

  test.each([
    { note: "a process that is gone", pid: 2_147_483_646 },
    { note: "a process that is no server", pid: process.ppid },
  ])("a stale lock that names $note hurts nobody", async ({ pid }) => {
    using home = temporaryHome();
    await writeMark(home.path);
    const { data } = openPlace(home.path);
    const note = `${pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n  1234567         0\nready   \n`;
    writeFileSync(join(data, "postmaster.pid"), note, { mode: 0o600 });
    chownSync(join(data, "postmaster.pid"), statSync(data).uid, statSync(data).gid);
    await expect(readMark(home.path)).resolves.toEqual(MARK);
    expect(processIdentity(process.ppid)).toBeDefined();
  });

  test("an initialisation that was killed half way is done again", async () => {
    using home = temporaryHome();
    const { data } = openPlace(home.path);
    await writeMark(home.path);
    rmSync(join(home.path, "password"));
    rmSync(data, { recursive: true });
    openPlace(home.path);
    writeFileSync(`${data}-draft-password`, "half");
    await writeMark(home.path);
    await expect(readMark(home.path)).resolves.toEqual(MARK);
  });
});

function temporaryHome() {
  const path = mkdtempSync(join(tmpdir(), "maillon-embedded-"));
  return { path, [Symbol.dispose]: () => removePlace(path) };
}

async function start(home: string, options: Partial<EmbeddedPostgresOptions> = {}) {
  const server = await startEmbeddedPostgres({ home, durable: false, ...options });
  return { ...server, [Symbol.asyncDispose]: server.stop };
}

async function writeMark(home: string): Promise<void> {
  await using server = await start(home);
  await withClient(server.adminUrl, (client) => client.query("create table mark as select 42 as value"));
}

async function readMark(home: string): Promise<unknown> {
  await using server = await start(home);
  return await withClient(
    server.adminUrl,
    async (client) => (await client.query("select value from mark")).rows,
  );
}

/** Starts the server from a process of its own, which can be killed, and writes the mark. */
async function startElsewhere(home: string): Promise<ChildProcess> {
  await writeMark(home);
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(launcher)});
    await startEmbeddedPostgres({ home: ${JSON.stringify(home)}, durable: false });
    process.stdout.write("started");
    setInterval(() => {}, 60_000);`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, "exit");
  child.kill("SIGKILL");
  await exit;
}

function postmasterOf(home: string): number {
  const note = readPostmasterNote(openPlace(home).data);
  if (note === undefined) throw new Error(`No server runs on ${home}.`);
  return note.pid;
}

/** The guard is the server's parent. */
function guardOf(pid: number): number {
  const parent = Number(/^PPid:\s+(\d+)$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
  if (!commandLine(parent)?.includes("postgres-guard")) throw new Error(`Process ${parent} is no guard.`);
  return parent;
}

/** Resolves once the server answers; the test's time ends whoever waits in vain. */
async function reachedAgain(url: string): Promise<boolean> {
  for (;;) {
    const reached = await withClient(url, async () => true).catch(() => false);
    if (reached) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
