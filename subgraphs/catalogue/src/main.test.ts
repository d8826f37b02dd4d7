import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { SUBGRAPHS } from "@maillon/schema";
import { ledgerWith, openTestKeeper } from "@maillon/schema/testing";
import { freePort } from "@maillon/subgraph-kit/embedded";
import { createTestGateway, openTestDatabase } from "@maillon/subgraph-kit/testing";
import type { TestGateway } from "@maillon/subgraph-kit/testing";
import { catalogue } from "./subgraph.ts";
import { at } from "./testing/example-chain.ts";

const folder = import.meta.dirname;
const loader = join(folder, "../../../scripts/loader.mjs");

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

/** The subgraph as a process of its own, with a database and a gateway that publishes its keys. */
async function startProcess() {
  const opened = new AsyncDisposableStack();
  const { ownerUrl } = opened.use(
    await openTestDatabase({ contract: "catalogue", migrations: catalogue.migrations }),
  );
  const gateway = await createTestGateway();
  const keys = createServer((_, response) => response.end(JSON.stringify(gateway.publicKeys)));
  const keysPort = await listen(keys);
  opened.defer(() => {
    keys.close();
    keys.closeAllConnections();
  });
  const company = `org_conforma_${SUBGRAPHS.catalogue.operator}`;
  const keeper = opened.use(await openTestKeeper(company, ledgerWith()));
  const port = await freePort();
  const child = fork(join(folder, "main.ts"), {
    execArgv: ["--import", loader, "--conditions=source"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
    env: {
      CATALOGUE_PORT: String(port),
      DATABASE_URL_CATALOGUE: ownerUrl,
      GATEWAY_ISSUER: gateway.issuer,
      GATEWAY_JWKS_URL: `http://127.0.0.1:${keysPort}/`,
      LEDGER_URL: keeper.url.href,
      LEDGER_JWKS_URL: keeper.jwksUrl.href,
      LEDGER_CREDENTIAL: "a".repeat(43),
      OPERATOR_ID: company,
    },
  });
  opened.defer(() => {
    child.kill("SIGKILL");
  });
  return {
    child,
    ready: once(child, "message"),
    gateway,
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

/** Resolves once it knows what is in force, which it is told by somebody else. */
async function untilReady(url: string): Promise<void> {
  while (!(await fetch(`${url}/ready`)).ok) await setTimeout(20);
}

async function ask(url: string, gateway: TestGateway): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: "POST",
    headers: {
      authorization: await gateway.authorize("catalogue", at("integra")),
      "content-type": "application/json",
    },
    body: JSON.stringify({ query: "{ products { nodes { id } } }" }),
  });
  return response.json();
}

async function exitOf(child: ChildProcess): Promise<unknown[]> {
  return child.exitCode === null ? once(child, "exit") : [child.exitCode, null];
}

describe("the catalogue as a process", () => {
  test("prepares its database, tells its parent when it is ready, and answers the gateway", async () => {
    await using running = await startProcess();
    await expect(running.ready).resolves.toContain("ready");
    await untilReady(running.url);
    await expect(ask(running.url, running.gateway)).resolves.toEqual({ data: { products: { nodes: [] } } });
    const stranger = await createTestGateway();
    await expect(ask(running.url, stranger)).resolves.toMatchObject({
      errors: [{ extensions: { code: "ASSERTION_INVALID" } }],
    });
  });

  test.each<[string, (child: ChildProcess) => void]>([
    ["told to", (child) => child.kill("SIGTERM")],
    ["interrupted", (child) => child.kill("SIGINT")],
    ["left by its parent", (child) => child.disconnect()],
  ])("ends by itself when it is %s", async (_, stop) => {
    await using running = await startProcess();
    await running.ready;
    stop(running.child);
    await expect(exitOf(running.child)).resolves.toEqual([0, null]);
  });

  test("ends by itself when its parent leaves before it is ready", async () => {
    await using running = await startProcess();
    running.child.disconnect();
    await expect(exitOf(running.child)).resolves.toEqual([0, null]);
  });

  test("that is told nothing names what it needs, without a stack, and ends with code 1", async () => {
    const child = fork(join(folder, "main.ts"), {
      execArgv: ["--import", loader, "--conditions=source"],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      env: {},
    });
    const [said, [code]] = await Promise.all([child.stderr ? text(child.stderr) : "", once(child, "exit")]);
    const [title, ...needed] = said.trim().split("\n");
    expect({ title, code }).toEqual({
      title: "catalogue does not start: The configuration is not complete:",
      code: 1,
    });
    expect(needed.filter((line) => !/^ {2}[A-Z_]+ is required: /.test(line))).toEqual([]);
    expect(said).toContain("DATABASE_URL_CATALOGUE is required");
  });
});
