import type { Access } from "./access.ts";

/** What the guard needs to know of a request. */
export interface GuardedContext {
  readonly access: Access;
}
