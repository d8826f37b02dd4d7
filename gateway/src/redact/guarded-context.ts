import type { Sight } from "./sight.ts";

/** What the guard needs to know of a request. */
export interface GuardedContext {
  readonly sight: Sight;
}
