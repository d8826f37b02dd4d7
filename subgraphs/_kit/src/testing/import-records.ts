import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { exchangeIds } from "@maillon/schema/exchange";
import type { ExchangeFile, ExchangeInput, IdOf, ImportEvent } from "@maillon/schema/exchange";
import type { Database } from "../database/open-database.ts";
import type { Importers } from "../import/importer.ts";
import { importFolder } from "../import/run-import.ts";

/** The records of a delivery by file, as a source would write them. */
export type DeliveredRecords = { readonly [File in ExchangeFile]?: readonly ExchangeInput<File>[] };

/** The ids that `importRecords` gives: tests use them to ask for what was imported. */
export const importedId: IdOf = exchangeIds({ source: "test", secret: "a secret of tests" });

/**
 * Imports records through real files, as the owner:
 * `importRecords(subgraph.owner, importers, { companies: [...] })`.
 */
export async function importRecords(
  owner: Database,
  importers: Importers,
  records: DeliveredRecords,
): Promise<ImportEvent[]> {
  const folder = await mkdtemp(join(tmpdir(), "maillon-import-"));
  try {
    for (const [file, lines] of Object.entries(records)) {
      const text = lines.map((record) => JSON.stringify(record)).join("\n");
      await writeFile(join(folder, `${file}.ndjson`), text);
    }
    const events: ImportEvent[] = [];
    const report = (event: ImportEvent) => events.push(event);
    await importFolder(folder, importers, { database: owner, idOf: importedId, report });
    return events;
  } finally {
    await rm(folder, { recursive: true });
  }
}
