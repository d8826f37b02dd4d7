import type { JsonObject } from "../gateway/json.ts";

/** Variables as the reader typed them; none while they are not JSON. */
export function tryVariables(text: string): JsonObject | undefined {
  try {
    return text.trim() === "" ? undefined : (JSON.parse(text) as JsonObject);
  } catch {
    return undefined;
  }
}
