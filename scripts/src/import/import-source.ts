import type { SubgraphName } from "@maillon/schema";
import { FILES, type ExchangeFile, type ImportEvent } from "@maillon/schema/exchange";
import { checkDelivery } from "./check-delivery.ts";
import type { Adapter, Delivery, Rejection } from "./delivery.ts";
import { writeExchangeFolder, type ExchangeFolder } from "./exchange-folder.ts";
import { noteIdentities } from "./note-identities.ts";
import { readSource } from "./read-source.ts";
import { runImporter } from "./run-importer.ts";

/** What is imported, and into which databases. */
export interface ImportOptions {
  readonly adapter: Adapter;
  /** The name of the source: the same record of the same source keeps its id. */
  readonly source: string;
  /** Where the files of the source are. */
  readonly folder: string;
  /** The folder that holds `subgraphs/`. */
  readonly root: string;
  /** Where the names of the imported companies are noted, for `npm run token`. */
  readonly home: string;
  readonly secret: string;
  readonly databases: ReadonlyMap<SubgraphName, string>;
  /** Told how many of how many records of a file are behind. */
  readonly onProgress?: (file: ExchangeFile, done: number, all: number) => void;
}

/** read = imported + unchanged + rejected. */
export interface Counts {
  readonly read: number;
  readonly imported: number;
  readonly unchanged: number;
  readonly rejected: number;
}

/** What became of every row. */
export interface ImportResult {
  readonly counts: ReadonlyMap<ExchangeFile, Counts>;
  readonly rejections: readonly Rejection[];
}

/** Imports a source: adapts it, checks every row, and lets each company store what is hers. */
export async function importSource(options: ImportOptions): Promise<ImportResult> {
  const { adapter, folder } = options;
  const delivery = adapter.adapt(readSource(adapter, folder));
  const checked = checkDelivery(delivery);
  await using exchange = await writeExchangeFolder(checked.accepted);
  const stored = await storeAll(exchange, options);
  const rejections = [...checked.rejections, ...stored.rejections];
  await noteIdentities(exchange.files, options);
  return { counts: countsOf(delivery, stored.counted, rejections), rejections };
}

type Counted = Extract<ImportEvent, { type: "counted" }>;

interface Stored {
  readonly counted: readonly Counted[];
  readonly rejections: readonly Rejection[];
}

/** Runs all importers side by side: each works on a database of its own. */
async function storeAll(exchange: ExchangeFolder, options: ImportOptions): Promise<Stored> {
  const counted: Counted[] = [];
  const rejections: Rejection[] = [];
  const onEvent = (event: ImportEvent) => {
    const records = exchange.files.get(event.file) ?? [];
    if (event.type === "progress") options.onProgress?.(event.file, event.done, records.length);
    else if (event.type === "counted") counted.push(event);
    else {
      const origin = records[event.line - 1]?.origin ?? { name: `${event.file}.ndjson`, line: event.line };
      rejections.push({ file: event.file, origin, reason: event.reason });
    }
  };
  const calls = [...options.databases].map(([subgraph, databaseUrl]) =>
    runImporter({ ...options, subgraph, databaseUrl, folder: exchange.path, onEvent }),
  );
  const failures = (await Promise.allSettled(calls)).flatMap((call) =>
    call.status === "rejected" ? [call.reason] : [],
  );
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join("\n"));
  return { counted, rejections };
}

function countsOf(
  { drafts, rejections: unreadable }: Delivery,
  counted: readonly Counted[],
  rejections: readonly Rejection[],
): ReadonlyMap<ExchangeFile, Counts> {
  const counts = FILES.map((file): [ExchangeFile, Counts] => {
    const of = (rows: readonly { file: ExchangeFile }[]) => rows.filter((row) => row.file === file).length;
    const owner = counted.find((event) => event.file === file);
    const { imported = 0, unchanged = 0 } = owner ?? {};
    return [file, { read: of(drafts) + of(unreadable), imported, unchanged, rejected: of(rejections) }];
  });
  return new Map(counts.filter(([, { read }]) => read > 0));
}
