import { isList, isObject, type Json, type JsonObject } from "../gateway/json.ts";
import { type AnswerPath, pathOf, patternOf } from "./answer-path.ts";

/** A list of an answer, as a table. */
export interface AnswerTable {
  /** Where the lists stand, without indices. */
  readonly pattern: string;
  /** Paths below a row, such as `price/amount`. */
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

/** One object of the list. */
export interface TableRow {
  readonly path: AnswerPath;
  readonly cells: Readonly<Record<string, Json>>;
}

/**
 * Every list of objects in an answer, the outermost first; lists at the same place of several objects are one
 * table.
 */
export function tablesOf(data: Json | undefined): readonly AnswerTable[] {
  const rows = new Map<string, TableRow[]>();
  if (data !== undefined) collect(data, "", rows);
  return [...rows].map(([pattern, found]) => ({ pattern, rows: found, columns: columnsOf(found) }));
}

function collect(value: Json, path: AnswerPath, rows: Map<string, TableRow[]>): void {
  if (isList(value)) {
    const pattern = patternOf(path);
    const found = rows.get(pattern) ?? [];
    if (value.some(isObject)) rows.set(pattern, found);
    for (const [index, item] of value.entries()) {
      const place = pathOf(path, index);
      if (isObject(item)) found.push({ path: place, cells: flatten(item) });
      collect(item, place, rows);
    }
  } else if (isObject(value)) {
    for (const [key, member] of Object.entries(value)) collect(member, pathOf(path, key), rows);
  }
}

/** An object's values by path; a list within it stays one value, for it is a table of its own. */
function flatten(object: JsonObject, prefix = ""): Record<string, Json> {
  const cells: Record<string, Json> = {};
  for (const [key, value] of Object.entries(object)) {
    if (isObject(value)) Object.assign(cells, flatten(value, pathOf(prefix, key)));
    else cells[pathOf(prefix, key)] = value;
  }
  return cells;
}

/** A null object has no members: its column goes where another row shows what it would hold. */
function columnsOf(rows: readonly TableRow[]): string[] {
  const all = [...new Set(rows.flatMap(({ cells }) => Object.keys(cells)))];
  return all.filter((column) => !all.some((other) => other.startsWith(`${column}/`)));
}
