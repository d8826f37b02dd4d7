import { GraphQLError } from "graphql";

/** What the log may know of an error. */
export interface ErrorDescription {
  readonly name: string;
  /** SQLSTATE or code of the operating system. */
  readonly code?: string;
  readonly at: readonly string[];
}

/**
 * Describes an unexpected error for the log: its kind and where it came from. The message is left out, since drivers
 * put whole statements with their values into it.
 */
export function describeError(error: unknown): ErrorDescription {
  const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error;
  if (!(cause instanceof Error)) return { name: typeof cause, at: [] };
  const at = (cause.stack ?? "").split("\n").filter((line) => /^ {4}at /u.test(line));
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
  return {
    name: cause.name,
    ...(code !== undefined && { code }),
    at: at.slice(0, 12).map((line) => line.trim()),
  };
}
