import { ensureGatewayKeys } from "./authenticate/signing/gateway-keys.ts";

// node gateway/src/create-keys.ts <file>: makes the gateway's keys, for GATEWAY_KEYS_FILE; keeps a file that exists.
const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("Usage: create-keys.ts <file>");
await ensureGatewayKeys(path);
