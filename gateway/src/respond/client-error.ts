import type { Failure } from "../query/answer/failures.ts";

/** A failure at one place of the client's answer. */
export interface ClientError {
  readonly failure: Failure;
  /** Response keys and list indexes; undefined when the failure has no place in the answer. */
  readonly path: readonly (string | number)[] | undefined;
}
