import type { GraphQLFormattedError } from "graphql";
import { type ErrorCode, ERRORS, isErrorCode } from "../error-registry.ts";

/** Errors whose text the gateway wrote itself, about the client's own request: they may keep their words. */
const OWN_WORDS: ReadonlySet<ErrorCode> = new Set([
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "OPERATION_TOO_LARGE",
  "UNPLANNABLE_OPERATION",
  "UNSUPPORTED_OPERATION",
]);

/**
 * The error as the client may read it: a code of the registry, the registry's words, and the client's own path.
 * Whatever else was thrown (messages, extensions, stacks) stays in the log.
 */
export function maskError({
  message,
  locations,
  path,
  extensions,
}: GraphQLFormattedError): GraphQLFormattedError {
  const thrown = extensions?.["code"];
  const code = isErrorCode(thrown) ? thrown : "INTERNAL_SERVER_ERROR";
  const own = OWN_WORDS.has(code);
  const argument = extensions?.["argument"];
  return {
    message: own ? message : ERRORS[code].text,
    ...(own && locations && { locations }),
    ...(path && { path }),
    extensions: { code, ...(typeof argument === "string" && { argument }) },
  };
}
