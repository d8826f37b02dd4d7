import type { ExchangeFile } from "@maillon/schema/exchange";

/** What an import tells while it runs, as one line of JSON each on standard output. */
export type ImportReport =
  | {
      /** One line that was not stored. */
      readonly type: "rejected";
      readonly file: ExchangeFile;
      readonly line: number;
      readonly reason: string;
    }
  | ({
      /** Where a file stands; the last one of a file has `done` set. */
      readonly type: "counts";
      readonly file: ExchangeFile;
      readonly done: boolean;
    } & ImportCounts);

/** read = imported + unchanged + rejected, once a file is done. */
export interface ImportCounts {
  readonly read: number;
  readonly imported: number;
  /** Stored by an earlier run from the very same line. */
  readonly unchanged: number;
  readonly rejected: number;
}
