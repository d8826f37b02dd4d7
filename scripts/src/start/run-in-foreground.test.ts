import type { ChildProcess } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { processEnded, processIdentity } from "@maillon/subgraph-kit/embedded";
import { type StandInChain, databasesElsewhere, openStandInChain } from "../testing/stand-in-chain.ts";
import { type ServiceName, subgraphNames } from "./settings.ts";

const everyone: ServiceName[] = ["gateway", ...subgraphNames];
const stops: readonly { how: string; stop: (start: ChildProcess) => void }[] = [
  { how: "Ctrl-C", stop: (start) => start.kill("SIGINT") },
  { how: "SIGTERM", stop: (start) => start.kill("SIGTERM") },
  { how: "the end of its parent", stop: (start) => start.disconnect() },
];

describe("a start of the chain", () => {
  test.each(stops)("prints one line, and $how leaves nothing behind", async ({ stop }) => {
    await using chain = await openStandInChain();
    const start = chain.start();
    await start.ready;
    const pids = await processesOf(chain);
    stop(start.process);
    const { code, stdout } = await start.ended;
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: `Maillon is ready: http://localhost:${chain.ports.gateway}\n`,
    });
    expect(pids.filter((pid) => processIdentity(pid) !== undefined)).toEqual([]);
  });

  test("gives each process its own database and nobody else's", async () => {
    await using chain = await openStandInChain();
    const start = chain.start({ GATEWAY_ISSUER: "https://gateway.example", SECRET_OF_SOMEBODY: "canary" });
    await start.ready;
    for (const name of everyone) {
      const { environment } = await chain.ask(name);
      const databases = Object.keys(environment).filter((variable) => variable.startsWith("DATABASE_URL"));
      expect(databases).toEqual(name === "gateway" ? [] : [`DATABASE_URL_${name.toUpperCase()}`]);
      expect(environment).toMatchObject({ MAILLON_DEMO: "1", GATEWAY_ISSUER: "https://gateway.example" });
      expect(JSON.stringify(environment)).not.toContain("canary");
    }
  });

  test("waits until each process knows what is in force", async () => {
    await using chain = await openStandInChain();
    await chain.start({ LANG: "late-ledger", ...databasesElsewhere }).ready;
    for (const name of everyone) expect((await chain.ask(name)).asked).toBeGreaterThan(3);
  });

  test("after everything was killed starts again", async () => {
    await using chain = await openStandInChain();
    const first = chain.start();
    await first.ready;
    const pids = await processesOf(chain);
    first.process.kill("SIGKILL");
    await first.ended;
    const second = chain.start();
    await second.ready;
    expect((await processesOf(chain)).filter((pid) => pids.includes(pid))).toEqual([]);
    expect(pids.filter((pid) => processIdentity(pid) !== undefined)).toEqual([]);
  });

  test("waits for a run that is ending", async () => {
    await using chain = await openStandInChain();
    const first = chain.start(databasesElsewhere);
    await first.ready;
    first.process.disconnect();
    const second = chain.start(databasesElsewhere);
    await second.ready;
    const { environment } = await chain.ask("gateway");
    expect(environment["MAILLON_DEMO"]).toBe("1");
    expect(await first.ended).toMatchObject({ code: 0 });
  });

  test("imports the demo chain once into each choice of databases", async () => {
    await using chain = await openStandInChain();
    const moved = {
      ...databasesElsewhere,
      DATABASE_URL_ORDERS: "postgresql://owner:password@127.0.0.1:2/orders",
    };
    const runs = [databasesElsewhere, databasesElsewhere, moved];
    const imports: number[] = [];
    for (const environment of runs) {
      const start = chain.start(environment);
      await start.ready;
      imports.push(chain.imports("orders"));
      start.process.kill("SIGINT");
      await start.ended;
    }
    expect(imports).toEqual([1, 1, 2]);
  });

  test("fails with each record of the demo chain that a company did not store, and delivers it again", async () => {
    await using chain = await openStandInChain();
    const { code, stderr } = await chain.start({ LANG: "picky-compliance", ...databasesElsewhere }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("companies.ndjson:1: companies: is not to my taste");
    await chain.start(databasesElsewhere).ready;
    expect(chain.imports("compliance")).toBe(2);
  });

  test("stops what an earlier run could not", async () => {
    await using chain = await openStandInChain();
    const first = chain.start({ LANG: "stubborn", ...databasesElsewhere });
    await first.ready;
    const { pid } = await chain.ask("orders");
    first.process.kill("SIGKILL");
    await first.ended;
    expect(processIdentity(pid)).toBeDefined();
    await chain.start(databasesElsewhere).ready;
    expect(processIdentity(pid)).toBeUndefined();
  });

  test("is refused while another one runs on the same state", async () => {
    await using chain = await openStandInChain();
    const first = chain.start(databasesElsewhere);
    await first.ready;
    const { code, stderr, stdout } = await chain.start().ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toContain(`Maillon already runs on ${chain.home} (process ${first.process.pid})`);
    await expect(chain.ask("gateway")).resolves.toBeDefined();
  });

  test("is refused with the name of a port that is taken", async () => {
    await using chain = await openStandInChain();
    const other = createServer().listen(chain.ports.customers, "127.0.0.1");
    await once(other, "listening");
    const { code, stderr } = await chain.start().ended;
    expect(code).toBe(1);
    expect(stderr).toContain(`Port ${chain.ports.customers} of customers is in use`);
    expect(stderr).toContain("CUSTOMERS_PORT");
    other.close();
  });

  test("fails with the log of a service that does not come up, and leaves nothing behind", async () => {
    await using chain = await openStandInChain();
    const { code, stderr } = await chain.start({ LANG: "broken-orders", ...databasesElsewhere }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("orders did not start (exit code 1)");
    expect(stderr).toContain("orders is broken");
    await expect(chain.ask("catalogue")).rejects.toThrow(/fetch failed/);
  });

  test("is refused in production", async () => {
    await using chain = await openStandInChain();
    const { code, stderr } = await chain.start({ NODE_ENV: "production" }).ended;
    expect(code).toBe(1);
    expect(stderr).toContain("NODE_ENV=production");
  });
});

describe("the studio", () => {
  test("is built once the chain answers, into the folder that the gateway looks at", async () => {
    await using chain = await openStandInChain();
    const start = chain.start(databasesElsewhere);
    await start.ready;
    const { environment } = await chain.ask("gateway");
    const page = join(environment["GATEWAY_STUDIO_FOLDER"] ?? "", "index.html");
    await until(async () => existsSync(page) || undefined);
    start.process.kill("SIGINT");
    expect((await start.ended).stderr).toMatch(/subgraphs and gateway .*\n  studio .* s\n/);
  });

  test("that cannot be built is reported, and the chain runs on", async () => {
    await using chain = await openStandInChain();
    chain.replaceStudio(`throw new Error("no such component");`);
    const start = chain.start(databasesElsewhere);
    await until(async () => start.said().includes("no such component") || undefined);
    expect(start.said()).toContain("The studio cannot be built; a plain page stands in, the rest runs on.");
    await expect(chain.ask("gateway")).resolves.toBeDefined();
    start.process.kill("SIGINT");
    expect(await start.ended).toMatchObject({ code: 0 });
  });

  test("that is still being built ends with the chain, and without a word", async () => {
    await using chain = await openStandInChain();
    const note = join(chain.home, "..", "builder");
    chain.replaceStudio(`
      import { writeFileSync } from "node:fs";
      writeFileSync(${JSON.stringify(note)}, String(process.pid));
      setInterval(() => {}, 60_000);`);
    const start = chain.start(databasesElsewhere);
    const pid = await until(
      async () => (existsSync(note) && Number(readFileSync(note, "utf8"))) || undefined,
    );
    start.process.kill("SIGINT");
    const { code, stderr } = await start.ended;
    expect(code).toBe(0);
    expect(stderr).not.toContain("studio");
    expect(processIdentity(pid)).toBeUndefined();
  });
});

describe("a service that ends by itself", () => {
  test("is started again, without a second import, and the others do not notice", async () => {
    await using chain = await openStandInChain();
    await chain.start(databasesElsewhere).ready;
    const before = await pidsOf(chain);
    process.kill(before.orders, "SIGKILL");
    await expect(processEnded(before.orders, 60_000)).resolves.toBe(true);
    const { pid } = await askUntilItAnswers(chain, "orders");
    expect(pid).not.toBe(before.orders);
    await expect(pidsOf(chain)).resolves.toEqual({ ...before, orders: pid });
    expect(chain.imports("orders")).toBe(1);
  });
});

async function pidsOf(chain: StandInChain): Promise<Record<ServiceName, number>> {
  const entries = everyone.map(async (name) => [name, (await chain.ask(name)).pid] as const);
  return Object.fromEntries(await Promise.all(entries)) as Record<ServiceName, number>;
}

/** Everything that runs for a chain, PostgreSQL included. */
async function processesOf(chain: StandInChain): Promise<number[]> {
  const note = readFileSync(join(chain.home, "postgres", "data", "postmaster.pid"), "utf8");
  return [...Object.values(await pidsOf(chain)), Number(note.split("\n")[0])];
}

async function askUntilItAnswers(chain: StandInChain, name: ServiceName) {
  return until(() => chain.ask(name).catch(() => undefined));
}

/** Tries again until there is a result; the test's time ends whoever waits in vain. */
async function until<Result>(attempt: () => Promise<Result | undefined>): Promise<Result> {
  for (;;) {
    const result = await attempt();
    if (result !== undefined) return result;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
