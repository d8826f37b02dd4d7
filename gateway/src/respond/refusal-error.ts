import { HeaderMap } from "@apollo/server";
import { GraphQLError } from "graphql";
import type { RefusedOperation } from "../plan/refused-operation.ts";
import { ERRORS } from "../error-registry.ts";

/** Seconds after which an overloaded gateway may be asked again. */
const RETRY_AFTER = "1";

/**
 * A refused operation as an error of GraphQL; `http` is for Apollo Server, which answers with it and does not
 * write it.
 */
export function refusalError({ code, message }: RefusedOperation): GraphQLError {
  const headers = new HeaderMap(code === "OVERLOADED" ? [["retry-after", RETRY_AFTER]] : []);
  return new GraphQLError(message, { extensions: { code, http: { status: ERRORS[code].status, headers } } });
}
