import { randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { IMPORT_SECRET } from "@maillon/schema/exchange";

/**
 * The secret that the ids of imported records are derived with: the environment's or, on a machine of its own, one
 * that the first import makes and every later one finds again. With another secret, an import would store everything
 * a second time.
 */
export function idSecret(home: string, environment: NodeJS.ProcessEnv): string {
  return environment[IMPORT_SECRET] || ownSecret(home);
}

function ownSecret(home: string): string {
  const path = join(home, "import-secret");
  if (existsSync(path)) return readFileSync(path, "utf8");
  mkdirSync(home, { recursive: true });
  const draft = `${path}.${randomBytes(8).toString("hex")}`;
  writeFileSync(draft, randomBytes(32).toString("base64url"), { mode: 0o600 });
  try {
    // Linking fails when another import was faster: then its secret counts.
    linkSync(draft, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(path, "utf8");
}
