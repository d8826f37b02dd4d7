import { GraphQLError, type GraphQLSchema } from "graphql";
import { ERRORS } from "../error-registry.ts";
import type { Access } from "../redact/access.ts";
import { argumentPath } from "./argument-path.ts";
import type { ClientError } from "./client-error.ts";
import type { EngineAnswer } from "./engine/engine.ts";

const AGREEMENTS_UNKNOWN: ClientError = {
  failure: { code: "AGREEMENTS_UNKNOWN", subgraph: "", detail: "" },
  path: undefined,
};

/** What the client reads of an answer's failures; without a ledger also that something may be missing. */
export function graphqlErrors(
  { errors, withholds }: EngineAnswer,
  { knowsAgreements }: Access,
  schema: GraphQLSchema,
): readonly GraphQLError[] {
  const told = knowsAgreements || !withholds ? errors : [...errors, AGREEMENTS_UNKNOWN];
  if (told.length === 0) return [];
  return withoutStacks(() => told.map((error) => asGraphqlError(error, schema)));
}

function asGraphqlError({ failure, path }: ClientError, schema: GraphQLSchema): GraphQLError {
  const argument = argumentPath(schema, failure.argument);
  const extensions = { code: failure.code, ...(argument !== undefined && { argument }) };
  return new GraphQLError(ERRORS[failure.code].text, { path, extensions });
}

/**
 * What partners did is no fault of this code: nobody reads from where it was told, and finding that out costs
 * more than the rest.
 */
function withoutStacks<Made>(make: () => Made): Made {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
