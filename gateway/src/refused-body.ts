import { ERRORS, type ErrorCode } from "./error-registry.ts";

/** The body of an answer that refuses a whole request before GraphQL is reached; shaped like every other error. */
export function refusedBody(code: ErrorCode, requestId: string, message = ERRORS[code].text): object {
  return { errors: [{ message, extensions: { code, requestId } }] };
}
