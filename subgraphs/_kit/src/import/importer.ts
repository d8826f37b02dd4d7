import type { ExchangeFile, ExchangeRecord, IdOf } from "@maillon/schema/exchange";
import type { SqlEntityManager } from "@mikro-orm/postgresql";

/** What an importer works with. */
export interface ImportTools {
  /** The owner's unit of work, inside a transaction that either keeps all records of the call or none. */
  readonly em: SqlEntityManager;
  /** The id of any record of the delivery, its own or one it refers to. */
  readonly idOf: IdOf;
}

/**
 * Stores records so that doing it again changes nothing: `em.upsertMany` by the derived id. A record that cannot be
 * stored makes it throw; the record is then reported and the others go on.
 */
export type Importer<File extends ExchangeFile> = (
  records: readonly ExchangeRecord<File>[],
  tools: ImportTools,
) => Promise<void>;

/** The files that a company takes from a delivery. A file may concern several companies, each with its own part. */
export type Importers = { readonly [File in ExchangeFile]?: Importer<File> };
