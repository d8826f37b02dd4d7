import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../demo/write-whole.ts";
import { exchange } from "../import/exchange.ts";
import { idSecret } from "../import/id-secret.ts";
import { importSource } from "../import/import-source.ts";
import { DEMO_SOURCE } from "../import/note-identities.ts";
import { describeRejections } from "../import/report.ts";
import type { DatabaseUrls } from "./open-databases.ts";
import type { Settings } from "./settings.ts";

/** Imports the demo chain, once for each state of its files and each choice of databases. */
export async function seedDemo(settings: Settings, root: string, databases: DatabaseUrls): Promise<void> {
  const { home, environment } = settings;
  const folder = join(root, "scripts", "demo");
  const mark = join(home, "demo", "seeded");
  const wanted = fingerprint(folder, settings);
  if (readMark(mark) === wanted) return;
  const secret = idSecret(home, environment);
  const result = await importSource({
    adapter: exchange,
    source: DEMO_SOURCE,
    folder,
    root,
    home,
    secret,
    databases,
  });
  if (result.rejections.length > 0) {
    throw new Error(["The demo chain is not accepted:", ...describeRejections(result)].join("\n"));
  }
  await writeWhole(mark, wanted);
}

/** The embedded databases are always the same ones; elsewhere, another server or database is a new one to fill. */
function fingerprint(folder: string, { databaseUrls }: Settings): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder).toSorted())
    hash.update(name).update(readFileSync(join(folder, name)));
  for (const [name, url] of databaseUrls) {
    const { host, pathname } = new URL(url);
    hash.update(name).update(host).update(pathname);
  }
  return hash.digest("hex");
}

function readMark(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
