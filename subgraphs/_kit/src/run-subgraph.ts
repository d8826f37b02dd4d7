import { SUBGRAPHS } from "@maillon/schema";
import { pino } from "pino";
import { gatewayKeys } from "./assertion/gateway-keys.ts";
import { assertionVerifier } from "./assertion/verify-assertion.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./database/open-database.ts";
import { prepareDatabase } from "./database/prepare-database.ts";
import { cursorCipher } from "./loading/cursor-cipher.ts";
import { createServer } from "./serve/create-server.ts";
import type { Subgraph } from "./subgraph.ts";

/**
 * Runs a subgraph as a process: prepares its database, listens, tells its parent `ready`, and stops gracefully on
 * SIGINT, SIGTERM or when the parent is gone. The whole of a company's `main.ts`.
 */
export async function runSubgraph(subgraph: Subgraph): Promise<void> {
  const { host, port, databaseUrl, gateway, logLevel } = readConfig({
    name: subgraph.name,
    port: SUBGRAPHS[subgraph.name].port,
  });
  const logger = pino({ level: logLevel, base: { subgraph: subgraph.name } });
  const { name: contract, entities, migrations } = subgraph;
  const { appUrl } = await prepareDatabase({ ownerUrl: databaseUrl, contract, migrations });
  const database = await openDatabase({ url: appUrl, entities });
  // Every replica has the database's password: the one secret they share already.
  const cursors = cursorCipher(new URL(databaseUrl).password);
  const verifyAssertion = assertionVerifier({
    subgraph: contract,
    issuer: gateway.issuer,
    keys: gatewayKeys(gateway.jwksUrl),
  });
  const server = await createServer(subgraph, { database, verifyAssertion, cursors, logger });
  onceToldToStop(async () => {
    await server.close();
    await database[Symbol.asyncDispose]();
    // An open channel to the parent would keep this process alive.
    if (process.connected) process.disconnect();
  });
  await server.listen({ host, port });
  process.send?.("ready");
}

function onceToldToStop(stop: () => Promise<void>): void {
  let stopping: Promise<void> | undefined;
  const begin = () => {
    stopping ??= stop();
  };
  process.once("SIGINT", begin).once("SIGTERM", begin).once("disconnect", begin);
}
