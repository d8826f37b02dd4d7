/** What a code means to whoever reads it. */
export interface ErrorEntry {
  /** The HTTP status of an answer that consists of this error alone. */
  readonly status: number;
  /** It names what is wrong, never a value, a row or a piece of the program. */
  readonly text: string;
}

/**
 * The codes with which a subgraph may refuse, and what a client reads. The gateway passes on the code, never the
 * subgraph's own words: a partner's error text could carry another company's secrets.
 */
export const OUTCOMES = {
  BAD_USER_INPUT: outcome("An argument is not acceptable; extensions.argument names it when it is known."),
  AGREEMENTS_UNKNOWN: outcome(
    "It is not known now what is agreed; what needs an agreement is left out; try again.",
  ),
  FORBIDDEN: outcome("Your company or your role may not do this."),
  NOT_FOUND: outcome("There is no such object, or you may not know of it."),
  CONFLICT: outcome("The object is in a state that does not allow this."),
  IDEMPOTENCY_KEY_REUSED: outcome("This idempotency key already stands for another request."),
  FLOOR_F1: outcome("Rule F1: a clause may not tell a supplier resale prices, or who the end users are."),
  FLOOR_F2: outcome("Rule F2: a clause may not tell a company what another buyer negotiated."),
  FLOOR_F3: outcome("Rule F3: a clause may not tell anybody but its buyer of a bid."),
  FLOOR_F4: outcome("Rule F4: a clause may not share personal data without a purpose that it names."),
  FLOOR_F5: outcome("Rule F5: a clause may not tell another company who decided."),
  FLOOR_F6: outcome("Rule F6: a clause may not pay a supplier a share of a resale price."),
  FLOOR_F7: outcome("Rule F7: a clause may not share an aggregate over fewer than three parties."),
  FLOOR_COST: outcome("Rule COST: a clause may not tell what a product costs its owner."),
  FLOOR_NON_COMPETE: outcome(
    "Rule NON_COMPETE: a clause may not keep a company from competing for that long.",
  ),
} as const satisfies Record<string, ErrorEntry>;

/** A code of `OUTCOMES`. */
export type OutcomeCode = keyof typeof OUTCOMES;

/** Whether a subgraph may tell this code to clients. */
export function isOutcomeCode(code: unknown): code is OutcomeCode {
  return typeof code === "string" && Object.hasOwn(OUTCOMES, code);
}

/** One field could not be answered; the request was. */
function outcome(text: string): ErrorEntry {
  return { status: 200, text };
}
