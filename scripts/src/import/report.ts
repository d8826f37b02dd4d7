import type { Counts, ImportResult } from "./import-source.ts";

const COLUMNS = ["read", "imported", "unchanged", "rejected"] as const;

/** The result for people: one line for each type of record, and a last one for all. */
export function describeCounts({ counts }: ImportResult): string {
  const total = { read: 0, imported: 0, unchanged: 0, rejected: 0 };
  for (const own of counts.values()) for (const column of COLUMNS) total[column] += own[column];
  const rows = [...counts, ["total", total] as const].map(([name, own]) => lineOf(name, figuresOf(own)));
  return [lineOf("", COLUMNS), ...rows].join("\n");
}

/** The rejected rows for people, one a line, as editors and compilers write places. */
export function describeRejections({ rejections }: ImportResult): string[] {
  return rejections.map(({ file, origin, reason }) => `${origin.name}:${origin.line}: ${file}: ${reason}`);
}

/** The result for machines, as JSON. */
export function resultAsJson({ counts, rejections }: ImportResult): string {
  const rows = rejections.map(({ file, origin, reason }) => ({
    file,
    source: origin.name,
    line: origin.line,
    reason,
  }));
  return JSON.stringify({ counts: Object.fromEntries(counts), rejections: rows }, undefined, 2);
}

function figuresOf(counts: Counts): string[] {
  return COLUMNS.map((column) => String(counts[column]));
}

function lineOf(name: string, cells: readonly string[]): string {
  return name.padEnd(12) + cells.map((cell) => cell.padStart(11)).join("");
}
