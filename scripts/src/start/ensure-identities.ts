import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { ensureDemoIssuers, issuersFile } from "../demo/demo-issuers.ts";
import { readIdentities } from "../demo/identities.ts";
import { nodeFlags } from "../node-flags.ts";

/** The files that say as whom the gateway speaks, and whom it believes. */
export interface IdentityFiles {
  readonly keys: string;
  readonly issuers: string;
}

/** Makes sure that the gateway has its keys, and that every company of the demo has an identity provider. */
export async function ensureIdentities(home: string, root: string): Promise<IdentityFiles> {
  const keys = join(home, "gateway-keys.json");
  // A program of the gateway: how its keys look is its own business.
  const program = join(root, "gateway", "src", "create-keys.ts");
  if (!existsSync(keys)) await promisify(execFile)(process.execPath, [...nodeFlags, program, keys]);
  await ensureDemoIssuers(home, await readIdentities(home));
  return { keys, issuers: issuersFile(home) };
}
