import { setMaxListeners } from "node:events";
import { blaming } from "@maillon/schema";
import type { SubgraphService } from "@maillon/subgraph-kit";
import type { LedgerConfig } from "../config.ts";
import { createNameReader, readReaders } from "./ledger-readers.ts";
import { serveLedger } from "./serve-ledger.ts";
import { readSigningKeys } from "./signing-keys.ts";
import { watchLedger } from "./watch-ledger.ts";

/** Tells gateways and companies what is agreed: the ledger, signed, as soon as it changes. */
export function ledgerService({ keysFile, readersFile }: LedgerConfig): SubgraphService {
  return async ({ server, databaseUrl, gateway, logger }) => {
    const keys = await blaming("LEDGER_KEYS_FILE", () => readSigningKeys(keysFile));
    const readers = await blaming("LEDGER_READERS_FILE", () => readReaders(readersFile));
    const nameReader = createNameReader(readers, gateway);
    const stopping = new AbortController();
    setMaxListeners(0, stopping.signal);
    server.addHook("preClose", async () => stopping.abort());
    const ledger = watchLedger({
      databaseUrl,
      now: () => new Date(),
      onFailure: (error) => logger.error({ reason: String(error) }, "the ledger cannot be read"),
    });
    serveLedger(server, { ledger, keys, nameReader, stopping: stopping.signal });
    return ledger;
  };
}
