/**
 * Why a request's bearer token does not name a viewer. The code is what the client reads; the cause goes to
 * the log.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: "UNAUTHENTICATED" | "TOKEN_INVALID" | "TOKEN_EXPIRED" | "ISSUER_UNAVAILABLE";
  /** For the gateway's operator only: telling a forger what to mend would help him. */
  readonly cause: string;
}

/** Makes a refusal. */
export function refuse(code: Refusal["code"], cause: string): Refusal {
  return { refused: true, code, cause };
}
