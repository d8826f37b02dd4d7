/** A text as an SQL literal. Only words of policies come here, never a value of a request. */
export function textLiteral(text: string): string {
  // With a backslash, a literal would mean something else under `standard_conforming_strings = off`.
  if (text.includes("\\"))
    throw new TypeError(`A policy compares with ${text}, which SQL cannot say safely.`);
  return `'${text.replaceAll("'", "''")}'`;
}

/** Texts as an SQL array. */
export function textArrayLiteral(texts: readonly string[]): string {
  return `array[${texts.map((each) => textLiteral(each)).join(", ")}]::text[]`;
}
