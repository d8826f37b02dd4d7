import { SUBGRAPHS } from "@maillon/schema";
import { pino } from "pino";
import { gatewayKeys } from "./assertion/gateway-keys.ts";
import { assertionVerifier } from "./assertion/verify-assertion.ts";
import { readConfig } from "./config.ts";
import type { SubgraphConfig } from "./config.ts";
import { NO_AGREEMENTS } from "./database/no-agreements.ts";
import { openDatabase } from "./database/open-database.ts";
import { prepareDatabase } from "./database/prepare-database.ts";
import { cursorCipher } from "./loading/cursor-cipher.ts";
import { createServer } from "./serve/create-server.ts";
import type { ServerParts } from "./serve/create-server.ts";
import type { Subgraph } from "./subgraph.ts";

/**
 * Runs a subgraph as a process: prepares its database, listens, tells its parent `ready`, and stops gracefully on
 * SIGINT, SIGTERM or when the parent is gone. The whole of a company's `main.ts`.
 */
export async function runSubgraph(subgraph: Subgraph): Promise<void> {
  const config = readConfig({ name: subgraph.name, port: SUBGRAPHS[subgraph.name].port });
  const parts = await openParts(subgraph, config);
  const server = await createServer(subgraph, parts);
  await server.listen({ host: config.host, port: config.port });
  stopWhenTold(async () => {
    await server.close();
    await parts.database[Symbol.asyncDispose]();
    // An open channel to the parent would keep this process alive.
    if (process.connected) process.disconnect();
  });
  if (process.connected) process.send?.("ready");
}

async function openParts(
  { name, entities, migrations }: Subgraph,
  { databaseUrl, gateway, logLevel }: SubgraphConfig,
): Promise<ServerParts> {
  const { appUrl } = await prepareDatabase({ ownerUrl: databaseUrl, contract: name, migrations, entities });
  const keys = gatewayKeys(gateway.jwksUrl);
  return {
    database: await openDatabase({ url: appUrl, entities, agreements: () => NO_AGREEMENTS }),
    verifyAssertion: assertionVerifier({ subgraph: name, issuer: gateway.issuer, keys }),
    // Every replica has the database's password: the one secret they share already.
    cursors: cursorCipher(new URL(databaseUrl).password),
    logger: pino({ level: logLevel, base: { subgraph: name } }),
  };
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
