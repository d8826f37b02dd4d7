import { createHash, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { SUBGRAPHS, type SubgraphName } from "@maillon/schema";
import { z } from "zod";
import type { Identities } from "./identities.ts";
import { writeWhole } from "./write-whole.ts";

const credentialFile = z.record(z.string(), z.string());

/** How the company that operates a subgraph names itself to the trusted third party. */
export interface LedgerAccess {
  /** Its `Organization.id`. */
  readonly operator: string;
  readonly credential: string;
}

/** The readers file of the demo's compliance: hashes only. */
export const ledgerReadersFile = (home: string) => join(home, "demo", "ledger-readers.json");
const credentialsFile = (home: string) => join(home, "demo", "ledger-credentials.json");

/**
 * Gives every operator of the demo a secret of its own, and the third party the hashes.
 *
 * @throws Error when an operator is no company of the seeded chain.
 */
export async function ensureLedgerCredentials(
  home: string,
  { companies }: Identities,
): Promise<ReadonlyMap<SubgraphName, LedgerAccess>> {
  const credentials = await readCredentials(home);
  const accesses = new Map<SubgraphName, LedgerAccess>();
  for (const [name, { operator }] of Object.entries(SUBGRAPHS) as [SubgraphName, { operator: string }][]) {
    const id = companies[operator];
    if (id === undefined)
      throw new Error(`The demo chain has no company ${operator}, which operates ${name}.`);
    const credential = (credentials[operator] ??= randomBytes(32).toString("base64url"));
    accesses.set(name, { operator: id, credential });
  }
  await writeWhole(credentialsFile(home), JSON.stringify(credentials));
  await writeWhole(ledgerReadersFile(home), JSON.stringify([...accesses.values()].map(readerOf), null, 2));
  return accesses;
}

function readerOf({ operator, credential }: LedgerAccess) {
  const credentialSha256 = createHash("sha256").update(credential).digest("base64url");
  return { organization: operator, credentialSha256 };
}

async function readCredentials(home: string): Promise<Record<string, string>> {
  const text = await readFile(credentialsFile(home), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "{}";
    throw error;
  });
  return credentialFile.parse(JSON.parse(text));
}
