/** Whether something thrown carries this code of Node or of PostgreSQL. By shape: it may come from another realm. */
export function hasCode(error: unknown, code: string): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === code;
}
