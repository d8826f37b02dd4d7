import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { nodeFlags } from "../node-flags.ts";

/** Where built studios are kept, by the content that they were built from: every home of this checkout shares them. */
const CACHE = join("node_modules", ".cache", "maillon-studio");

/**
 * Builds the studio unless it was built from exactly these sources before; resolves with the folder. Two starts at the
 * same time both build, and the first to end is kept: what is in the cache is always whole.
 */
export async function ensureStudio(root: string): Promise<string> {
  const folder = join(root, CACHE, fingerprint(root));
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomUUID()}`;
  await mkdir(draft, { recursive: true });
  const program = join(root, "gateway", "studio", "build-studio.ts");
  await promisify(execFile)(process.execPath, [...nodeFlags, program, draft]);
  await rename(draft, folder).catch(async (error: unknown) => {
    await rm(draft, { recursive: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

function fingerprint(root: string): string {
  const studio = join(root, "gateway", "studio");
  const sources = globSync(["*.{html,json,ts}", "src/**/*.*"], { cwd: studio }).filter(
    (path) => !path.endsWith(".test.ts"),
  );
  const hash = createHash("sha256").update(readFileSync(join(root, "pnpm-lock.yaml")));
  for (const path of sources.toSorted()) hash.update(path).update(readFileSync(join(studio, path)));
  return hash.digest("hex").slice(0, 16);
}
