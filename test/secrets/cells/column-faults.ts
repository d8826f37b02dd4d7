import { OPEN_TABLES } from "./open-columns.ts";
import { SECRET_TABLES } from "./secret-tables.ts";

/**
 * Columns that a company's database has and these tables do not know, or the other way round, each with what to write.
 * A column that nobody changes in secret could be shown to everybody, and no proof would tell.
 */
export function columnFaults(stored: ReadonlyMap<string, readonly string[]>): string[] {
  const known = new Map(SECRET_TABLES.map((table) => [table.name, columnsOf(table)]));
  return [...stored].flatMap(([name, columns]) => {
    if (name in OPEN_TABLES) return [];
    const named = known.get(name);
    if (!named) return [`Nothing of ${name} is changed in secret: add it to test/secrets/cells.`];
    return [
      ...columns
        .filter((column) => !named.has(column))
        .map(
          (column) =>
            `${name}.${column} is never changed in secret: add a part to its table in test/secrets/cells, or say under \`untouched\` why not.`,
        ),
      ...[...named]
        .filter((column) => !columns.includes(column))
        .map((column) => `test/secrets/cells names ${name}.${column}, which the database does not have.`),
    ];
  });
}

function columnsOf({ key, parts, untouched = {} }: (typeof SECRET_TABLES)[number]): ReadonlySet<string> {
  const changed = Object.values(parts).flatMap(({ change }) => change.columns);
  return new Set([...key, ...changed, ...Object.keys(untouched)]);
}
