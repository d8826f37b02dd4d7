/** Names under which PostgreSQL keeps statements, and with them their plans. */
export interface StatementNames {
  /** The name of a statement at this moment; the one that was not used for longest loses its name to a new one. */
  of(text: string): string;
}

/**
 * Hands out at most so many names: a connection keeps a plan for each, which takes memory, and who searches with many
 * words makes statements that nobody made before.
 */
export function statementNames(most: number): StatementNames {
  const names = new Map<string, string>();
  return {
    of(text) {
      const name = names.get(text) ?? freeName(names, most);
      // The last place of a map is for what was used last.
      names.delete(text);
      names.set(text, name);
      return name;
    },
  };
}

function freeName(names: Map<string, string>, most: number): string {
  const [oldest] = names;
  if (oldest === undefined || names.size < most) return `maillon_${names.size}`;
  names.delete(oldest[0]);
  return oldest[1];
}
