import { z } from "zod";

/** What serving the ledger needs. */
export interface LedgerConfig {
  /** File with the private keys that sign the ledger. */
  readonly keysFile: string;
  /** File with the companies that may read the ledger, and the hashes of their credentials. */
  readonly readersFile: string;
}

const environment = z.object({
  LEDGER_KEYS_FILE: z.string("is required: the file with the keys that sign the ledger").min(1),
  LEDGER_READERS_FILE: z.string("is required: the file with the companies that may read the ledger").min(1),
});

/**
 * Reads what Conforma alone is told, beside what every subgraph is.
 * @throws Error that names every variable that is missing.
 */
export function readLedgerConfig(env = process.env): LedgerConfig {
  const read = environment.safeParse(env);
  if (!read.success) {
    const lines = read.error.issues.map(({ path, message }) => `  ${path.join(".")} ${message}`);
    throw new Error(`The configuration is not complete:\n${lines.join("\n")}`);
  }
  return { keysFile: read.data.LEDGER_KEYS_FILE, readersFile: read.data.LEDGER_READERS_FILE };
}
