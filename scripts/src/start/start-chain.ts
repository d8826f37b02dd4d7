import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { claimHome } from "./claim-home.ts";
import type { Cleanup } from "./cleanup.ts";
import { deliverDemo } from "./deliver-demo.ts";
import { ensureIdentities } from "./ensure-identities.ts";
import { keepDemoTokens } from "./keep-demo-tokens.ts";
import { openDatabases } from "./open-databases.ts";
import { openProcessLedger } from "./process-ledger.ts";
import { requireFreePorts } from "./require-free-ports.ts";
import { logOf } from "./run-service.ts";
import { runServices } from "./run-services.ts";
import { gatewayService, subgraphServices } from "./service.ts";
import type { Settings } from "./settings.ts";
import type { Terminal } from "./terminal.ts";
import { warmCompileCache } from "./warm-compile-cache.ts";

/** What a start needs besides its settings. */
export interface StartOptions {
  /** The folder that holds `gateway/` and `subgraphs/`. */
  readonly root: string;
  readonly terminal: Terminal;
  /** Receives what undoes the start. */
  readonly cleanup: Cleanup;
  /** Where the studio is, or will be: nothing waits for it. */
  readonly studio: string;
}

/** Starts the chain, step by step; resolves when it answers. */
export async function startChain(
  settings: Settings,
  { root, terminal, cleanup, studio }: StartOptions,
): Promise<void> {
  const { home, ports } = settings;
  const claim = await claimHome(home);
  cleanup.add(() => claim.release());
  const ledger = await openProcessLedger(home);
  await requireFreePorts(ports, "127.0.0.1");

  const [databases, demo] = await terminal.step("databases", () =>
    Promise.all([
      openDatabases(settings, cleanup),
      deliverDemo(settings, root, cleanup),
      warmCompileCache({ root, cleanup }),
    ]),
  );

  const logs = join(home, "logs");
  mkdirSync(logs, { recursive: true });
  const host = { ledger, logs, report: terminal.report };
  const plan = { settings, root, identities: await ensureIdentities(home, root) };
  const subgraphs = subgraphServices(plan, databases, demo);
  const tokens = await keepDemoTokens(home, cleanup);
  const gateway = gatewayService(plan, { tokens, studio });
  // The gateway needs no subgraph to start; as the last to start it is the first to stop, and drains while
  // all still answer.
  const answering = terminal.step(`${demo ? "demo chain, " : ""}subgraphs and gateway`, () =>
    Promise.all([runServices(subgraphs, host, cleanup), runServices([gateway], host, cleanup)]),
  );
  cleanup.add(() => claim.announceEnd());
  await answering;
  await demo?.end(subgraphs.map(({ name }) => readFileSync(logOf(name, host), "utf8")));
}
