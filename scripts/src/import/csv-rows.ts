import type { ExchangeFile } from "@maillon/schema/exchange";
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Origin, Rejection } from "./delivery.ts";

/** One row of a CSV file that has the form that was asked for. */
export interface Row<Value> {
  readonly value: Value;
  readonly origin: Origin;
}

/** A row that has not the form that was asked for, with the values that it has. */
export interface Fault extends Rejection {
  readonly raw: Readonly<Record<string, string | undefined>>;
}

/** How the rows of one CSV file are read. */
export interface CsvFile<Schema extends z.ZodType> {
  readonly name: string;
  /** What its rows become. */
  readonly file: ExchangeFile;
  readonly schema: Schema;
}

const parsedRows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/** Reads the rows of a CSV file whose first line names the columns; a row that does not fit spoils no other row. */
export function csvRows<Schema extends z.ZodType>(
  { name, file, schema }: CsvFile<Schema>,
  text: string,
): { rows: Row<z.infer<Schema>>[]; faults: Fault[] } {
  const rows: Row<z.infer<Schema>>[] = [];
  const faults: Fault[] = [];
  const [head, ...records] = parsedRows.parse(parse(text, { bom: true, info: true, relaxColumnCount: true }));
  const columns = head?.record ?? [];
  for (const { record, info } of records) {
    const origin = { name, line: info.lines };
    const raw = Object.fromEntries(columns.map((column, place) => [column, record[place]]));
    const fit = schema.safeParse(raw);
    if (record.length !== columns.length) {
      faults.push({ file, origin, raw, reason: `has ${record.length} values for ${columns.length} columns` });
    } else if (fit.success) rows.push({ value: fit.data, origin });
    else faults.push({ file, origin, raw, reason: explain(fit.error) });
  }
  return { rows, faults };
}

function explain({ issues }: z.ZodError): string {
  return issues.map(({ path, message }) => `${path.join(".")}: ${message}`).join("; ");
}
