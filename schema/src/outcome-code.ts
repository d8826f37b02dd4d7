/**
 * The codes with which a subgraph may refuse, and what a client reads. The gateway passes on the code, never the
 * subgraph's own words: a partner's error text could carry another company's secrets.
 */
export const OUTCOMES = {
  BAD_USER_INPUT: "An argument is not acceptable; extensions.argument names it when it is known.",
  FORBIDDEN: "Your company or your role may not do this.",
  NOT_FOUND: "There is no such object, or you may not know of it.",
  CONFLICT: "The object is in a state that does not allow this.",
  IDEMPOTENCY_KEY_REUSED: "This idempotency key already stands for another request.",
} as const;

/** A code of `OUTCOMES`. */
export type OutcomeCode = keyof typeof OUTCOMES;

/** Whether a subgraph may tell this code to clients. */
export function isOutcomeCode(code: unknown): code is OutcomeCode {
  return typeof code === "string" && Object.hasOwn(OUTCOMES, code);
}
