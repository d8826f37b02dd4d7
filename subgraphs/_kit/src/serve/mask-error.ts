import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import { ArgumentValidationError, getMetadataStorage } from "type-graphql";
import { badInput, SubgraphError, subgraphErrors } from "../errors.ts";

/** Codes of the request itself that GraphQL servers agree on; their messages name parts of the document only. */
const REQUEST_CODES = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
]);

/** What leaves the subgraph of an error: its own refusals as they are, everything else as `INTERNAL_SERVER_ERROR`. */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { locations, path } = formatted;
  const { message, extensions } = clientErrorOf(formatted, error);
  return { message, extensions, ...(locations && { locations }), ...(path && { path }) };
}

/** Whether an error is none that the subgraph answers on purpose, so that the log has to tell about it. */
export function unexpected(error: unknown): boolean {
  const { extensions } = maskError(error instanceof GraphQLError ? error.toJSON() : { message: "" }, error);
  return extensions?.code === "INTERNAL_SERVER_ERROR";
}

function clientErrorOf(
  formatted: GraphQLFormattedError,
  error: unknown,
): SubgraphError | GraphQLFormattedError {
  const cause = unwrapResolverError(error);
  if (cause instanceof SubgraphError) return cause;
  if (cause instanceof ArgumentValidationError) return invalidInput(cause);
  const reason = scalarReason(cause);
  const code = formatted.extensions?.code;
  if (reason !== undefined) return refusedValue(formatted.message, reason);
  if (code === "BAD_USER_INPUT") return refusedValue(formatted.message, "is not of the declared type");
  if (code === "BAD_REQUEST") return new SubgraphError("BAD_REQUEST");
  if (typeof code === "string" && REQUEST_CODES.has(code)) return requestError(formatted.message, code);
  return new SubgraphError("INTERNAL_SERVER_ERROR");
}

/** Names the first input field that class-validator refused, with its own words, which never repeat the value. */
function invalidInput({ extensions }: ArgumentValidationError): SubgraphError {
  let [refused] = extensions.validationErrors;
  const path = isInput(refused?.target) ? ["input"] : [];
  while (refused !== undefined) {
    path.push(refused.property);
    const [reason] = Object.values(refused.constraints ?? {});
    if (reason !== undefined) return badInput(path.join("."), reason.slice(reason.indexOf(" ") + 1));
    [refused] = refused.children ?? [];
  }
  return new SubgraphError("BAD_USER_INPUT");
}

/** An input object, unlike the arguments of a field, comes as an argument of its own, which is called `input`. */
function isInput(target: unknown): boolean {
  return getMetadataStorage().inputTypes.some((each) => each.target === Object(target).constructor);
}

/** The reason that one of our scalars gave, however deep graphql-js wrapped it. */
function scalarReason(error: unknown): string | undefined {
  let cause: unknown = error;
  while (cause instanceof GraphQLError && cause.originalError !== undefined) cause = cause.originalError;
  if (!(cause instanceof GraphQLError) || cause === error) return undefined;
  return cause.extensions.code === "BAD_USER_INPUT" ? cause.message : undefined;
}

/** graphql-js begins with the variable's name and then repeats the value: only the name is kept. */
function refusedValue(message: string, reason: string): SubgraphError {
  const variable = /^Variable "\$(\w+)"/u.exec(message)?.[1];
  if (variable !== undefined) return badInput(variable, `holds a value that was refused: ${reason}`);
  return new SubgraphError("BAD_USER_INPUT", { detail: `A value was refused: ${reason}.` });
}

function requestError(message: string, code: string): GraphQLFormattedError {
  const repeatsValue = /\b(?:found|represent|value)\b/iu.test(message);
  return {
    message: repeatsValue ? subgraphErrors.BAD_USER_INPUT.text : message,
    extensions: { code: repeatsValue ? "BAD_USER_INPUT" : code },
  };
}
