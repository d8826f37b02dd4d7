import { z } from "zod";
import { EXCHANGE, type ExchangeRecord } from "./definition.ts";
import type { ExchangeFile } from "./field.ts";

/** A record read from outside, or every reason why it cannot be one. */
export type ParsedRecord<File extends ExchangeFile> =
  | { readonly ok: true; readonly record: ExchangeRecord<File> }
  | { readonly ok: false; readonly reason: string };

/** Reads one line of an exchange file. */
export function parseLine<File extends ExchangeFile>(file: File, line: string): ParsedRecord<File> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { ok: false, reason: "the line is not JSON" };
  }
  return parseRecord(file, value);
}

/** Checks one value against the record that a file holds. */
export function parseRecord<File extends ExchangeFile>(file: File, value: unknown): ParsedRecord<File> {
  // The table pairs each file with its own schema, which the compiler cannot follow through a type parameter.
  const schema = EXCHANGE[file].schema as unknown as z.ZodType<ExchangeRecord<File>>;
  const result = schema.safeParse(value);
  if (result.success) return { ok: true, record: result.data };
  return { ok: false, reason: result.error.issues.map(explain).join("; ") };
}

function explain({ path, message }: z.core.$ZodIssue): string {
  return path.length === 0 ? message : `${z.core.toDotPath(path)}: ${message}`;
}
