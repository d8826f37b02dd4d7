import { isOutcomeCode } from "@maillon/schema";
import { GraphQLError, type GraphQLFormattedError } from "graphql";
import { type ErrorCode, ERRORS, isErrorCode } from "./error-registry.ts";

/** Errors whose text the gateway wrote itself, about the client's own document: they may keep their words. */
const OWN_WORDS: ReadonlySet<ErrorCode> = new Set([
  "BAD_REQUEST",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "OPERATION_TOO_LARGE",
  "UNPLANNABLE_OPERATION",
  "UNSUPPORTED_OPERATION",
]);

/** Path of an argument or of a field in an input object, such as `input.lines.0.quantity`. */
const ARGUMENT_PATH = /^[_A-Za-z][_0-9A-Za-z]{0,60}(\.([0-9]{1,4}|[_A-Za-z][_0-9A-Za-z]{0,60})){0,6}$/;

/**
 * The error as the client may read it: a code of the registry, the registry's words, and the client's own path.
 * Nothing that a partner wrote (message, extensions, service name, status, stack) survives but a known code.
 */
export function maskError(formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError {
  const code = codeOf(formatted, thrown);
  const { locations, path } = formatted;
  return {
    message: OWN_WORDS.has(code) && !isFromSubgraph(thrown) ? formatted.message : ERRORS[code].text,
    ...(locations && OWN_WORDS.has(code) ? { locations } : {}),
    ...(path ? { path } : {}),
    extensions: { code, ...argumentOf(formatted, code) },
  };
}

function codeOf({ extensions }: GraphQLFormattedError, thrown: unknown): ErrorCode {
  const code = extensions?.["code"];
  if (isFromSubgraph(thrown))
    return isOutcomeCode(code) || code === "UPSTREAM_UNAVAILABLE" ? code : "UPSTREAM_ERROR";
  return isErrorCode(code) ? code : "INTERNAL_SERVER_ERROR";
}

function isFromSubgraph(thrown: unknown): boolean {
  const original = thrown instanceof GraphQLError ? (thrown.originalError ?? thrown) : thrown;
  return original instanceof GraphQLError && original.extensions["serviceName"] !== undefined;
}

/** The argument that a subgraph refused: a path of names is safe to pass on, a sentence is not. */
function argumentOf({ extensions }: GraphQLFormattedError, code: ErrorCode): { argument?: string } {
  const argument = extensions?.["argument"];
  const safe = code === "BAD_USER_INPUT" && typeof argument === "string" && ARGUMENT_PATH.test(argument);
  return safe ? { argument } : {};
}
