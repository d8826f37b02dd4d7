import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { SubgraphName } from "@maillon/schema";
import { ensureDemoIssuers, issuersFile } from "../demo/demo-issuers.ts";
import { readIdentities } from "../demo/identities.ts";
import { ensureLedgerCredentials, type LedgerAccess, ledgerReadersFile } from "../demo/ledger-credentials.ts";
import { nodeFlags } from "../node-flags.ts";

/** Who speaks as whom, and who believes whom. */
export interface ChainIdentities {
  /** The gateway's private keys. */
  readonly gatewayKeys: string;
  /** The identity providers that the gateway believes. */
  readonly issuers: string;
  /** The keys by which compliance signs the ledger. */
  readonly ledgerKeys: string;
  /** Whom compliance tells what is agreed. */
  readonly ledgerReaders: string;
  /** Who operates each subgraph, and how that company names itself to compliance. */
  readonly operators: ReadonlyMap<SubgraphName, LedgerAccess>;
}

/** Makes sure that gateway and compliance have their keys, and every company its identity provider and its secret. */
export async function ensureIdentities(home: string, root: string): Promise<ChainIdentities> {
  const gatewayKeys = join(home, "gateway-keys.json");
  const ledgerKeys = join(home, "ledger-keys.json");
  // Programs of their owners: how keys look is their own business.
  await Promise.all([
    ensureKeys(gatewayKeys, join(root, "gateway", "src", "create-keys.ts")),
    ensureKeys(ledgerKeys, join(root, "subgraphs", "compliance", "src", "create-keys.ts")),
  ]);
  const identities = await readIdentities(home);
  await ensureDemoIssuers(home, identities);
  const operators = await ensureLedgerCredentials(home, identities);
  return {
    gatewayKeys,
    issuers: issuersFile(home),
    ledgerKeys,
    ledgerReaders: ledgerReadersFile(home),
    operators,
  };
}

async function ensureKeys(file: string, program: string): Promise<void> {
  if (!existsSync(file)) await promisify(execFile)(process.execPath, [...nodeFlags, program, file]);
}
