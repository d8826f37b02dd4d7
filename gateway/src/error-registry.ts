import { type ErrorEntry, OUTCOMES, type OutcomeCode } from "@maillon/schema";

/** What the gateway itself answers with; a status is that of a whole request that fails so. */
const gatewayErrors = {
  BAD_REQUEST: { status: 400, text: "The request is not a GraphQL request over HTTP." },
  BUDGET_EXCEEDED: {
    status: 429,
    text: "Your company has asked for more than its budget allows; Retry-After says when to ask again.",
  },
  GRAPHQL_PARSE_FAILED: { status: 400, text: "The document is not GraphQL." },
  GRAPHQL_VALIDATION_FAILED: { status: 400, text: "The document does not fit the schema." },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    text: "The gateway failed; its operator finds the cause under the request id.",
  },
  ISSUER_UNAVAILABLE: { status: 503, text: "The token's identity provider cannot be reached; try again." },
  NOT_FOUND_HERE: { status: 404, text: "There is nothing at this address; GraphQL is at POST /graphql." },
  NOT_READY: {
    status: 503,
    text: "The gateway has just started and does not know yet what is in force; try again.",
  },
  OPERATION_RESOLUTION_FAILURE: { status: 400, text: "The document has no such operation." },
  OPERATION_TOO_LARGE: { status: 400, text: "The operation asks for more than one request may." },
  OVERLOADED: {
    status: 503,
    text: "The gateway has too much to do now; Retry-After says when to ask again.",
  },
  PERSISTED_QUERY_NOT_SUPPORTED: {
    status: 200,
    text: "The gateway keeps no queries; send the whole document.",
  },
  REQUEST_TOO_LARGE: { status: 413, text: "The request is larger than the gateway accepts." },
  TOKEN_EXPIRED: { status: 401, text: "The bearer token has expired." },
  TOKEN_INVALID: { status: 401, text: "The bearer token is not valid here." },
  UNAUTHENTICATED: { status: 401, text: "A bearer token is needed: Authorization: Bearer <token>." },
  UNPLANNABLE_OPERATION: { status: 400, text: "No company can answer what the operation selects." },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, text: "The request body must be application/json." },
  UNSUPPORTED_OPERATION: { status: 400, text: "The gateway does not run operations of this kind." },
  UPSTREAM_ERROR: { status: 200, text: "The company that owns this field failed to answer it." },
  UPSTREAM_INVALID: { status: 200, text: "The company that owns this field answered it wrongly." },
  UPSTREAM_TIMEOUT: { status: 200, text: "The company that owns this field did not answer in time." },
  UPSTREAM_UNAVAILABLE: { status: 200, text: "The company that owns this field cannot be reached now." },
} as const satisfies Record<string, ErrorEntry>;

/** A code that the gateway itself answers with. */
export type GatewayCode = keyof typeof gatewayErrors;

/** Every code that a client can read in `extensions.code`. */
export type ErrorCode = GatewayCode | OutcomeCode;

/** What each code means; the table in the README is held against it by a test. */
export const ERRORS: Readonly<Record<ErrorCode, ErrorEntry>> = { ...gatewayErrors, ...OUTCOMES };

/** Whether a client may read this code. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(ERRORS, code);
}
