import { createSigningKeys } from "./ledger/signing-keys.ts";

// node subgraphs/compliance/src/create-keys.ts <file>: makes the keys that sign the ledger, for LEDGER_KEYS_FILE.
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Usage: create-keys.ts <file>");
await createSigningKeys(path);
