import { parseLine } from "@maillon/schema/exchange";
import type { ExchangeFile, ExchangeRecord, IdOf, ImportEvent } from "@maillon/schema/exchange";
import type { Database } from "../database/open-database.ts";
import { describeRejection } from "./describe-rejection.ts";
import { importLedger } from "./import-ledger.ts";
import type { Importer } from "./importer.ts";
import { readLines } from "./read-lines.ts";
import type { Line } from "./read-lines.ts";

/** A delivery on its way into one company's database. */
export interface Delivery {
  /** Opened with the owner's URL: imports write what no viewer could. */
  readonly database: Database;
  readonly idOf: IdOf;
  readonly report: (event: ImportEvent) => void;
}

/** One file of a delivery and what stores its records. */
export interface Source<File extends ExchangeFile> {
  readonly file: File;
  readonly path: string;
  readonly importer: Importer<File>;
}

interface Candidate<File extends ExchangeFile> {
  readonly record: ExchangeRecord<File>;
  readonly line: number;
  readonly id: string;
  readonly hash: string;
}

type Reject = (line: number, reason: string) => void;

const BATCH = 200;

/** Imports one file: every line ends as imported, unchanged or rejected, and a bad line never costs a good one. */
export async function importFile<File extends ExchangeFile>(
  source: Source<File>,
  delivery: Delivery,
): Promise<void> {
  const { file, path } = source;
  const counts = { read: 0, imported: 0, unchanged: 0, rejected: 0 };
  const reject: Reject = (line, reason) => {
    counts.rejected += 1;
    delivery.report({ type: "rejected", file, line, reason });
  };
  const read = candidateReader(file, delivery.idOf, reject);
  for await (const lines of readLines(path, BATCH)) {
    const candidates = lines.flatMap(read);
    const fresh = await withoutUnchanged(candidates, delivery.database);
    counts.read += lines.length;
    counts.unchanged += candidates.length - fresh.length;
    counts.imported += await store(fresh, source.importer, { ...delivery, reject });
    delivery.report({ type: "progress", file, done: counts.read });
  }
  delivery.report({ type: "counted", file, ...counts });
}

/** Reads lines into candidates; remembers the keys of the file, so that no record silently replaces another. */
function candidateReader<File extends ExchangeFile>(file: File, idOf: IdOf, reject: Reject) {
  const lineOfId = new Map<string, number>();
  return ({ number, text }: Line): Candidate<File>[] => {
    const parsed = parseLine(file, text);
    if (!parsed.ok) {
      reject(number, parsed.reason);
      return [];
    }
    const id = idOf(file, parsed.record.key);
    const earlier = lineOfId.get(id);
    if (earlier !== undefined) {
      reject(number, `key: is that of line ${earlier}, too`);
      return [];
    }
    lineOfId.set(id, number);
    return [{ record: parsed.record, line: number, id, hash: importLedger.hashOf(text) }];
  };
}

async function withoutUnchanged<File extends ExchangeFile>(
  candidates: readonly Candidate<File>[],
  database: Database,
): Promise<Candidate<File>[]> {
  const unchanged = await importLedger.unchangedAmong(database.asOwner(), candidates);
  return candidates.filter(({ id }) => !unchanged.has(id));
}

/** Stores all candidates in one transaction or, when one of them cannot be stored, each in its own. */
async function store<File extends ExchangeFile>(
  candidates: readonly Candidate<File>[],
  importer: Importer<File>,
  delivery: Delivery & { readonly reject: Reject },
): Promise<number> {
  const [first] = candidates;
  if (first === undefined) return 0;
  const { database, idOf, reject } = delivery;
  try {
    await database.asOwner().transactional(async (em) => {
      const records = candidates.map(({ record }) => record);
      await importer(records, { em, idOf });
      await importLedger.note(em, candidates);
    });
    return candidates.length;
  } catch (error) {
    if (candidates.length === 1) {
      reject(first.line, describeRejection(error));
      return 0;
    }
  }
  let stored = 0;
  for (const candidate of candidates) stored += await store([candidate], importer, delivery);
  return stored;
}
