import { createRequire } from "node:module";
import type * as Cedar from "@cedar-policy/cedar-wasm/nodejs";

/**
 * Cedar's own implementation, loaded when it is first needed: that costs a quarter of a second and some thirty
 * megabytes, which no process has to spend whose policies were checked when they were published.
 */
export function cedar(): typeof Cedar {
  return createRequire(import.meta.url)("@cedar-policy/cedar-wasm/nodejs");
}
