/** Characters for which JSON text needs an escape, or that JSON.stringify writes as one. */
// oxlint-disable-next-line no-control-regex -- JSON (RFC 8259, section 7) escapes exactly these.
const ESCAPED = /["\\\u0000-\u001F\uD800-\uDFFF]/;

/** The JSON text of a value. Most values are short texts without escapes, which need no general serialiser. */
export function jsonText(value: unknown): string {
  if (typeof value === "string" && value.length < 50 && !ESCAPED.test(value)) return `"${value}"`;
  if (typeof value === "number" || typeof value === "boolean") return `${value}`;
  return JSON.stringify(value);
}
