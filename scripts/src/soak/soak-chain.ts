import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  chmodSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, removeEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { demoToken } from "../demo/demo-token.ts";
import { repositoryRoot } from "../repository-root.ts";
import { Cleanup } from "../start/cleanup.ts";
import { deliverDemo } from "../start/deliver-demo.ts";
import { ensureIdentities } from "../start/ensure-identities.ts";
import { keepDemoTokens } from "../start/keep-demo-tokens.ts";
import { openDatabases, postgresHome } from "../start/open-databases.ts";
import { openProcessLedger } from "../start/process-ledger.ts";
import { type RunningService, logOf, runService } from "../start/run-service.ts";
import { type Service, gatewayService, subgraphServices } from "../start/service.ts";
import {
  type ServiceName,
  type Settings,
  portVariable,
  readSettings,
  subgraphNames,
} from "../start/settings.ts";

/** The demo chain on databases and ports of its own, for a load that nobody else shares. */
export interface SoakChain extends AsyncDisposable {
  readonly gatewayUrl: string;
  readonly token: (persona: string) => Promise<string>;
  /** The process of each service now. */
  readonly pids: () => ReadonlyMap<ServiceName, number>;
  /** Stops a service as its operator would, and starts it again; resolves when it answers. */
  readonly restart: (name: ServiceName) => Promise<void>;
  /** Publishes another text of the supergraph, which the gateway is to put in force. */
  readonly publishSupergraph: (comment: string) => void;
  /** How many supergraphs the gateway has put in force since it started. */
  readonly swaps: () => number;
}

const SUPERGRAPH = join(repositoryRoot, "schema", "supergraph.graphql");

/** Starts the chain; disposing of it stops everything and deletes its state. */
export async function openSoakChain(): Promise<SoakChain> {
  const home = mkdtempSync(join(tmpdir(), "maillon-soak-"));
  // As root, PostgreSQL runs as another account, which must get to its data.
  chmodSync(home, 0o755);
  const cleanup = new Cleanup();
  const dispose = async (): Promise<void> => {
    await cleanup.run();
    await removeEmbeddedPostgres(postgresHome(home));
    rmSync(home, { recursive: true });
  };
  try {
    return { ...(await startServices(home, cleanup)), [Symbol.asyncDispose]: dispose };
  } catch (error) {
    await dispose();
    throw error;
  }
}

async function startServices(
  home: string,
  cleanup: Cleanup,
): Promise<Omit<SoakChain, typeof Symbol.asyncDispose>> {
  const supergraph = join(home, "supergraph.graphql");
  copyFileSync(SUPERGRAPH, supergraph);
  const settings = await freeSettings(home, supergraph);
  const host = { ledger: await openProcessLedger(home), logs: join(home, "logs"), report: () => {} };
  mkdirSync(host.logs);
  const { services, demo } = await prepare(settings, cleanup);
  const running = new Map<ServiceName, RunningService>();
  const start = async (service: Service): Promise<void> => {
    const started = runService(service, host);
    running.set(service.name, started);
    await started.ready;
  };
  cleanup.add(async () => void (await Promise.all([...running.values()].map((each) => each.stop()))));
  await Promise.all(services.map(start));
  await demo?.end(services.map(({ name }) => readFileSync(logOf(name, host), "utf8")));
  return {
    gatewayUrl: `http://127.0.0.1:${settings.ports.gateway}`,
    token: (persona) => demoToken(home, persona),
    pids: () => pidsIn(home),
    async restart(name) {
      await running.get(name)?.stop();
      const service = services.find((each) => each.name === name);
      // It has taken in the demo chain already.
      if (service) await start({ ...service, before: undefined });
    },
    publishSupergraph(comment) {
      // The gateway, which looks at any moment, finds the old text or the new one, whole.
      writeFileSync(`${supergraph}.draft`, `${readFileSync(SUPERGRAPH, "utf8")}# ${comment}\n`);
      renameSync(`${supergraph}.draft`, supergraph);
    },
    swaps: () =>
      readFileSync(join(host.logs, "gateway.log"), "utf8").split("another supergraph is in force").length - 1,
  };
}

async function freeSettings(home: string, supergraph: string): Promise<Settings> {
  const names: ServiceName[] = ["gateway", ...subgraphNames];
  const ports = await Promise.all(names.map(async (name) => [portVariable(name), String(await freePort())]));
  const { PATH, HOME } = process.env;
  const environment = { PATH, HOME, MAILLON_HOME: home, GATEWAY_SUPERGRAPH: supergraph };
  return readSettings({ ...environment, ...Object.fromEntries(ports) });
}

async function prepare(settings: Settings, cleanup: Cleanup) {
  const databases = await openDatabases(settings, cleanup);
  const demo = await deliverDemo(settings, repositoryRoot, cleanup);
  const identities = await ensureIdentities(settings.home, repositoryRoot);
  const plan = { settings, root: repositoryRoot, identities };
  const tokens = await keepDemoTokens(settings.home, cleanup);
  const studio = join(settings.home, "studio");
  const services = [...subgraphServices(plan, databases, demo), gatewayService(plan, { tokens, studio })];
  return { services, demo };
}

function pidsIn(home: string): ReadonlyMap<ServiceName, number> {
  const text = readFileSync(join(home, "processes.json"), "utf8");
  const entries = JSON.parse(text) as readonly { readonly name: ServiceName; readonly pid: number }[];
  return new Map(entries.map(({ name, pid }) => [name, pid]));
}
