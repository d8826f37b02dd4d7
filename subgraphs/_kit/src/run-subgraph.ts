import { blaming, faultText, SUBGRAPHS } from "@maillon/schema";
import { followLedger, ledgerKeys } from "@maillon/schema/ledger";
import type { LedgerFollower } from "@maillon/schema/ledger";
import { pino } from "pino";
import type { Logger } from "pino";
import { gatewayKeys } from "./assertion/gateway-keys.ts";
import { assertionVerifier } from "./assertion/verify-assertion.ts";
import { readConfig } from "./config.ts";
import type { LedgerConfig, SubgraphConfig } from "./config.ts";
import { openDatabase } from "./database/open-database.ts";
import { prepareDatabase } from "./database/prepare-database.ts";
import { cursorCipher } from "./loading/cursor-cipher.ts";
import { refuseUnfinished } from "./refuse-unfinished.ts";
import { createServer } from "./serve/create-server.ts";
import type { Subgraph } from "./subgraph.ts";
import type { SubgraphService } from "./subgraph-service.ts";

/**
 * Runs a subgraph as a process: prepares its database, listens, tells its parent `ready`, and stops gracefully on
 * SIGINT, SIGTERM or when the parent is gone. One that cannot start says why in one message and ends with code 1. The
 * whole of a company's `main.ts`.
 */
export async function runSubgraph(
  subgraph: Subgraph,
  services: readonly SubgraphService[] = [],
): Promise<void> {
  await start(subgraph, services).catch((error: unknown) => {
    process.stderr.write(`${subgraph.name} does not start: ${faultText(error)}\n`);
    process.exit(1);
  });
}

async function start(subgraph: Subgraph, services: readonly SubgraphService[]): Promise<void> {
  refuseUnfinished(subgraph);
  const config = readConfig({ name: subgraph.name, port: SUBGRAPHS[subgraph.name].port });
  const opened = new AsyncDisposableStack();
  const { appUrl, ...parts } = await openParts(subgraph, config, opened);
  const server = await createServer(subgraph, parts);
  for (const service of services) {
    opened.use(await service({ server, databaseUrl: appUrl, gateway: parts.gateway, logger: parts.logger }));
  }
  opened.defer(() => server.close());
  const { host, port } = config;
  await blaming(`${subgraph.name.toUpperCase()}_PORT`, () => server.listen({ host, port }));
  stopWhenTold(async () => {
    await opened.disposeAsync();
    // An open channel to the parent would keep this process alive.
    if (process.connected) process.disconnect();
  });
  if (process.connected) process.send?.("ready");
}

async function openParts(
  { name, entities, migrations }: Subgraph,
  { databaseUrl, gateway, ledger, logLevel }: SubgraphConfig,
  opened: AsyncDisposableStack,
) {
  const { appUrl } = await prepareDatabase({ ownerUrl: databaseUrl, contract: name, migrations, entities });
  const logger = pino({ level: logLevel, base: { subgraph: name } });
  const trust = { issuer: gateway.issuer, keys: gatewayKeys(gateway.jwksUrl) };
  const { current: agreements, begun } = opened.use(followOwnLedger(ledger, logger));
  return {
    appUrl,
    gateway: trust,
    database: opened.use(await openDatabase({ url: appUrl, entities, agreements })),
    verifyAssertion: assertionVerifier({ subgraph: name, ...trust }),
    // Every replica has the database's password: the one secret they share already.
    cursors: cursorCipher(new URL(databaseUrl).password),
    isReady: begun,
    agreements,
    logger,
  };
}

function followOwnLedger(
  { url, jwksUrl, operator, credential }: LedgerConfig,
  logger: Logger,
): LedgerFollower {
  return followLedger({
    url,
    holder: operator,
    keys: ledgerKeys(jwksUrl),
    authorization: () => `Bearer ${credential}`,
    now: Date.now,
    report: (event) =>
      event.kind === "failed"
        ? logger.warn({ reason: String(event.error) }, "the ledger cannot be followed")
        : logger.info({ sequence: event.sequence }, "the ledger is followed"),
  });
}

/** Stops once, on a signal or without the parent; the parent may have gone while the process was starting. */
function stopWhenTold(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const begin = () => {
    stopping ??= stop();
  };
  process.once("SIGINT", begin).once("SIGTERM", begin).once("disconnect", begin);
  const orphaned = process.send !== undefined && !process.connected;
  if (orphaned) begin();
}
