import type { Json } from "../gateway/json.ts";
import type { AnswerTable } from "./table-of.ts";

/** A table as CSV (RFC 4180). */
export function toCsv({ columns, rows }: Pick<AnswerTable, "columns" | "rows">): string {
  const lines = rows.map(({ cells }) => columns.map((column) => csvCell(cells[column] ?? null)));
  return [columns.map(csvCell), ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

function csvCell(value: Json): string {
  if (value === null) return "";
  const text = typeof value === "string" ? inert(value) : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A spreadsheet would run a partner's product name that starts like a formula. */
function inert(text: string): string {
  return /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
}
