import { z } from "zod";
import { FILES } from "./field.ts";

/**
 * How a company's importer is called, `node … subgraphs/<name>/src/import.ts --source <source> <folder>`: it reads
 * those files of the folder that its subgraph keeps (see `EXCHANGE`), derives ids with the secret in this variable,
 * and writes one `ImportEvent` a line on its standard output. It exits with 0 when it came to the end of its files,
 * rejected records or not.
 */
export const IMPORT_SECRET = "IMPORT_SECRET";

const file = z.enum(FILES);
const count = z.int().min(0);

/** One line that an importer writes on its standard output. */
export const importEvent = z.discriminatedUnion("type", [
  /** How many records of a file are behind it; as often as is useful to someone who waits. */
  z.strictObject({ type: z.literal("progress"), file, done: count }),
  /** One record that was not stored, nothing of it. Lines are counted from 1. */
  z.strictObject({ type: z.literal("rejected"), file, line: count, reason: z.string() }),
  /** The last word on a file; `imported` counts new and changed records. */
  z.strictObject({
    type: z.literal("counted"),
    file,
    read: count,
    imported: count,
    unchanged: count,
    rejected: count,
  }),
]);

export type ImportEvent = z.infer<typeof importEvent>;
