import { rmSync } from "node:fs";
import { removeEmbeddedPostgres } from "@maillon/subgraph-kit/embedded";
import { claimHome } from "./claim-home.ts";
import { postgresHome } from "./open-databases.ts";
import { openProcessLedger } from "./process-ledger.ts";

/** Deletes all state of a chain; throws while it runs. */
export async function resetHome(home: string): Promise<void> {
  await claimHome(home);
  // Nothing that a killed run left may write into what is being deleted.
  await openProcessLedger(home);
  await removeEmbeddedPostgres(postgresHome(home));
  rmSync(home, { recursive: true, force: true });
}
