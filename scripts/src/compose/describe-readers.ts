import type { ChangedField } from "@maillon/schema/flow";

/** Who may read the fields that changed, for an author who may have forgotten a class that no check can ask for. */
export function describeReaders(fields: readonly ChangedField[]): string[] {
  if (fields.length === 0) return [];
  return [
    "New, or read by others than before; is that meant?",
    ...fields.map((field) => `  ${lineOf(field)}`),
  ];
}

function lineOf({ coordinate, subgraph, classes, ownClass }: ChangedField): string {
  const place = `${coordinate} (${subgraph})`;
  if (classes.length === 0) return `${place}: everybody`;
  const readers = classes.join(" and ");
  return ownClass
    ? `${place}: ${readers}`
    : `${place}: ${readers}, as its type, for it names no class itself`;
}
