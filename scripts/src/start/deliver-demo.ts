import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { IMPORT_SECRET, importEvent } from "@maillon/schema/exchange";
import { writeWhole } from "../demo/write-whole.ts";
import { type Accepted, checkDelivery } from "../import/check-delivery.ts";
import type { Rejection } from "../import/delivery.ts";
import { exchange } from "../import/exchange.ts";
import { type ExchangeFolder, writeExchangeFolder } from "../import/exchange-folder.ts";
import { idSecret } from "../import/id-secret.ts";
import { DEMO_SOURCE, noteIdentities } from "../import/note-identities.ts";
import { readSource } from "../import/read-source.ts";
import { describeRejections } from "../import/report.ts";
import type { Cleanup } from "./cleanup.ts";
import type { Settings } from "./settings.ts";

/** The demo chain on its way to its companies: each takes what is hers before its subgraph first serves. */
export interface DemoDelivery {
  /** How a company's `import.ts` is called. */
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /**
   * To be called with what the importers have written, once all came to their end: the demo chain is not delivered
   * again. Throws when a record was not stored.
   */
  end(outputs: readonly string[]): Promise<void>;
}

/**
 * Makes the demo chain ready to be delivered, and notes who belongs to it; undefined when these databases have it
 * already: it is delivered once for each state of its files and each choice of databases.
 */
export async function deliverDemo(
  settings: Settings,
  root: string,
  cleanup: Cleanup,
): Promise<DemoDelivery | undefined> {
  const { home, environment } = settings;
  const source = join(root, "scripts", "demo");
  const mark = join(home, "demo", "seeded");
  const wanted = fingerprint(source, settings);
  if (readMark(mark) === wanted) return undefined;
  const folder = await writeExchangeFolder(readDemo(source));
  cleanup.add(async () => folder[Symbol.asyncDispose]());
  const secret = idSecret(home, environment);
  await noteIdentities(folder.files, { home, source: DEMO_SOURCE, secret });
  return {
    args: ["--source", DEMO_SOURCE, folder.path],
    environment: { [IMPORT_SECRET]: secret },
    async end(outputs) {
      refuse(outputs.flatMap((output) => rejectionsIn(output, folder)));
      await writeWhole(mark, wanted);
      await folder[Symbol.asyncDispose]();
    },
  };
}

function readDemo(folder: string): readonly Accepted[] {
  const { accepted, rejections } = checkDelivery(exchange.adapt(readSource(exchange, folder)));
  refuse(rejections);
  return accepted;
}

function refuse(rejections: readonly Rejection[]): void {
  if (rejections.length === 0) return;
  const lines = describeRejections({ counts: new Map(), rejections });
  throw new Error(["The demo chain is not accepted:", ...lines].join("\n"));
}

/** Among the lines of a log, those in which an importer says that it did not store a record. */
function rejectionsIn(output: string, { files }: ExchangeFolder): Rejection[] {
  const lines = output.split("\n").filter((line) => line.startsWith(`{"type":"rejected"`));
  return lines.flatMap((text) => {
    const event = importEvent.parse(JSON.parse(text));
    if (event.type !== "rejected") return [];
    const { file, line, reason } = event;
    const origin = files.get(file)?.[line - 1]?.origin ?? { name: `${file}.ndjson`, line };
    return [{ file, origin, reason }];
  });
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
