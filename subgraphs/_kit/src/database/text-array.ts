/** Texts as an array literal of PostgreSQL: each one quoted, quotes and backslashes in it escaped. */
export function textArray(values: readonly string[]): string {
  return `{${values.map((value) => `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`).join(",")}}`;
}
