import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { SUBGRAPHS } from "@maillon/schema";
import { freePort } from "@maillon/subgraph-kit/embedded";
import type { Chain } from "../../start/chain.ts";
import { openRecordingProxy, type SubgraphCall } from "./recording-proxy.ts";

const root = resolve(import.meta.dirname, "../../..");
const flags = [
  "--import",
  pathToFileURL(join(root, "scripts/loader.mjs")).href,
  "--conditions=source",
  "--enable-source-maps",
];

/** What the log of this gateway is called beside those of the chain. */
export const RECORDED = "recorded-gateway";

/** A gateway of the chain, the same program with the same keys, whose every word to a subgraph is written down. */
export interface RecordedGateway extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  /** What subgraphs received since this was asked last. */
  readonly takeCalls: () => readonly SubgraphCall[];
}

/** Starts it beside a chain that runs. */
export async function openRecordedGateway(
  chain: Chain,
  companies: Readonly<Record<string, string>>,
): Promise<RecordedGateway> {
  const opened = new AsyncDisposableStack();
  let calls: SubgraphCall[] = [];
  const environment: Record<string, string> = {};
  for (const [subgraph, { operator }] of Object.entries(SUBGRAPHS)) {
    const target = `http://127.0.0.1:${chain.portOf(subgraph)}/graphql`;
    const proxy = await openRecordingProxy({ subgraph, target }, (call) => calls.push(call));
    opened.use(proxy);
    environment[`SUBGRAPH_URL_${subgraph.toUpperCase()}`] = proxy.url;
    environment[`SUBGRAPH_OPERATOR_${subgraph.toUpperCase()}`] = companies[operator] ?? "";
  }
  const port = await freePort();
  const child = startGateway(chain, { ...environment, GATEWAY_PORT: String(port) });
  opened.defer(() => end(child));
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url, child);
  return {
    url,
    takeCalls() {
      const taken = calls;
      calls = [];
      return taken;
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}

function startGateway(chain: Chain, environment: Readonly<Record<string, string>>): ChildProcess {
  const compliance = `http://127.0.0.1:${chain.portOf("compliance")}`;
  const { PATH = "", HOME = "" } = process.env;
  const log = openSync(join(chain.home, "logs", `${RECORDED}.log`), "w");
  const child = spawn(process.execPath, [...flags, join(root, "gateway/src/main.ts")], {
    stdio: ["ignore", log, "inherit", "ipc"],
    env: {
      PATH,
      HOME,
      GATEWAY_ISSUER: chain.url,
      GATEWAY_KEYS_FILE: join(chain.home, "gateway-keys.json"),
      GATEWAY_ISSUERS_FILE: join(chain.home, "demo/issuers.json"),
      GATEWAY_SUBGRAPH_NETWORKS: "127.0.0.0/8",
      // The proof asks thousands of different questions in the name of one company.
      GATEWAY_COMPANY_BUDGET: "1000000000",
      LEDGER_URL: `${compliance}/ledger`,
      LEDGER_JWKS_URL: `${compliance}/.well-known/jwks.json`,
      MAILLON_DEMO: "1",
      ...environment,
    },
  });
  closeSync(log);
  return child;
}

/** Resolves when it answers. */
async function untilReady(url: string, child: ChildProcess): Promise<void> {
  for (;;) {
    const ready = await fetch(`${url}/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (ready) return;
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`The gateway ended with ${child.exitCode ?? child.signalCode}.`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}
