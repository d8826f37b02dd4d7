import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExchangeFile } from "@maillon/schema/exchange";
import type { Accepted } from "./check-delivery.ts";

/** Checked records on disk for the importers, until it is disposed of. */
export interface ExchangeFolder extends AsyncDisposable {
  readonly path: string;
  readonly files: ReadonlyMap<ExchangeFile, readonly Accepted[]>;
}

/** Writes checked records as an exchange folder that only this user can read. */
export async function writeExchangeFolder(records: readonly Accepted[]): Promise<ExchangeFolder> {
  const files = Map.groupBy(records, ({ file }) => file);
  const path = await mkdtemp(join(tmpdir(), "maillon-import-"));
  const remove = () => rm(path, { recursive: true, force: true });
  try {
    for (const [file, own] of files) {
      await writeFile(
        join(path, `${file}.ndjson`),
        own.map(({ record }) => `${JSON.stringify(record)}\n`).join(""),
      );
    }
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, files, [Symbol.asyncDispose]: remove };
}
