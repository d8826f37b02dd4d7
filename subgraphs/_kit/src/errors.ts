import { type ErrorEntry, OUTCOMES } from "@maillon/schema";
import { GraphQLError } from "graphql";

/** Every error a subgraph answers with on purpose. Whatever is not in this table reaches nobody but the log. */
export const subgraphErrors = {
  ASSERTION_MISSING: { status: 401, text: "This subgraph answers only its gateway: no assertion was sent." },
  ASSERTION_INVALID: { status: 401, text: "The assertion was not accepted." },
  ASSERTION_AUDIENCE: { status: 401, text: "The assertion is meant for another subgraph." },
  ASSERTION_EXPIRED: { status: 401, text: "The assertion has expired or is not valid yet." },
  ASSERTION_KEYS_UNAVAILABLE: { status: 503, text: "The keys of the gateway cannot be read at the moment." },
  NOT_READY: { status: 503, text: "The subgraph has just started and does not know yet what is in force." },
  PAYLOAD_TOO_LARGE: { status: 413, text: "The request is larger than this subgraph reads." },
  BAD_REQUEST: { status: 400, text: "The request is not a GraphQL request in JSON." },
  INTERNAL_SERVER_ERROR: { status: 500, text: "The subgraph could not answer; its log says why." },
  ...OUTCOMES,
} as const satisfies Record<string, ErrorEntry>;

export type SubgraphErrorCode = keyof typeof subgraphErrors;

/** An error whose code and message are meant for the client; thrown on purpose only. */
export class SubgraphError extends GraphQLError {
  readonly code: SubgraphErrorCode;

  /** `detail` replaces the table's text; `argument` names the argument or input field that is wrong. */
  constructor(code: SubgraphErrorCode, options: { detail?: string; argument?: string } = {}) {
    const { detail = subgraphErrors[code].text, argument } = options;
    super(detail, { extensions: { code, ...(argument !== undefined && { argument }) } });
    this.name = "SubgraphError";
    this.code = code;
  }
}

/** A refusal of input: `badInput("first", "must be between 1 and 100")`. The reason must not repeat the value. */
export function badInput(argument: string, reason: string): SubgraphError {
  return new SubgraphError("BAD_USER_INPUT", { detail: `"${argument}" ${reason}.`, argument });
}

/** The viewer's company or role may not do this; `rule` says in a sentence who may. */
export function forbidden(rule: string): SubgraphError {
  return new SubgraphError("FORBIDDEN", { detail: rule });
}

/** One answer for absent and hidden objects: two would tell which ids exist. */
export function notFound(kind: string): SubgraphError {
  return new SubgraphError("NOT_FOUND", { detail: `There is no such ${kind} for the viewer.` });
}

/** The object exists and is visible, but its state does not allow the change; `reason` is a sentence. */
export function conflict(reason: string): SubgraphError {
  return new SubgraphError("CONFLICT", { detail: reason });
}
