import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { EXCHANGE, exchangeIds, FILES } from "@maillon/schema/exchange";
import type { ExchangeFile } from "@maillon/schema/exchange";
import { readImportConfig } from "../config.ts";
import { openDatabase } from "../database/open-database.ts";
import { prepareDatabase } from "../database/prepare-database.ts";
import type { Subgraph } from "../subgraph.ts";
import { importFile } from "./import-file.ts";
import type { Delivery } from "./import-file.ts";
import { importLedger } from "./import-ledger.ts";
import type { Importers } from "./importer.ts";

/**
 * Imports an exchange folder into a subgraph's database: the whole of a company's `import.ts`, run as
 * `import.ts --source <source> <folder>`. It writes one `ImportEvent` a line on standard output and fails
 * only when the import could not run to its end, never because of rejected lines.
 */
export async function runImport(subgraph: Subgraph, importers: Importers): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { source: { type: "string" } },
    allowPositionals: true,
  });
  const [folder] = positionals;
  if (values.source === undefined || folder === undefined) {
    throw new Error("Usage: import.ts --source <source> <folder>");
  }
  const { databaseUrl: url, idSecret: secret } = readImportConfig(subgraph.name);
  const { name: contract, migrations, entities } = subgraph;
  await prepareDatabase({ ownerUrl: url, contract, migrations, entities });
  await using database = await openDatabase({ url, entities, agreements: () => undefined });
  const delivery: Delivery = {
    database,
    idOf: exchangeIds({ source: values.source, secret }),
    // A file that another company keeps is that company's to report; this one only takes what it needs of it.
    report: (event) => {
      if (EXCHANGE[event.file].subgraph === contract) process.stdout.write(`${JSON.stringify(event)}\n`);
    },
  };
  await importFolder(folder, importers, delivery);
}

/** Imports the files of a folder that the company takes, in the order in which they refer to each other. */
export async function importFolder(folder: string, importers: Importers, delivery: Delivery): Promise<void> {
  await importLedger.prepare(delivery.database.asOwner());
  for (const file of FILES) await importIfPresent(file, { folder, importers, delivery });
}

async function importIfPresent<File extends ExchangeFile>(
  file: File,
  { folder, importers, delivery }: { folder: string; importers: Importers; delivery: Delivery },
): Promise<void> {
  const importer = importers[file];
  const path = join(folder, `${file}.ndjson`);
  if (importer !== undefined && existsSync(path)) await importFile({ file, path, importer }, delivery);
}
