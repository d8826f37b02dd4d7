import { ApolloServer, type ApolloServerOptions } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import { enforceScalars } from "../check/enforce-scalars.ts";
import { type MayIntrospect, refuseIntrospection } from "../check/introspection-policy.ts";
import type { RequestContext } from "../request-context.ts";
import type { Log } from "../telemetry/create-log.ts";
import { answerErrors } from "./answer-errors.ts";
import { maskError } from "./mask-error.ts";
import { writeResponse } from "./written-data.ts";

/**
 * Validation ends after so many errors: to word a hundred of them takes a hundred times as long, and helps
 * nobody more.
 */
const VALIDATION_ERRORS = 5;

/** What Apollo Server would do on its own. */
const switchedOff = [
  ApolloServerPluginCacheControlDisabled(),
  ApolloServerPluginLandingPageDisabled(),
  ApolloServerPluginSchemaReportingDisabled(),
  ApolloServerPluginUsageReportingDisabled(),
];

interface ApolloServerParts {
  readonly gateway: NonNullable<ApolloServerOptions<RequestContext>["gateway"]>;
  readonly mayIntrospect: MayIntrospect;
  readonly log: Log;
}

/**
 * Apollo Server as this gateway uses it: to parse, to validate, and to speak GraphQL over HTTP; it is not yet
 * started.
 */
export function createApolloServer({
  gateway,
  mayIntrospect,
  log,
}: ApolloServerParts): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({
    gateway,
    plugins: [
      {
        serverWillStart: async () => ({
          schemaDidLoadOrUpdate: ({ apiSchema }) => enforceScalars(apiSchema),
        }),
      },
      refuseIntrospection(mayIntrospect),
      answerErrors,
      ...switchedOff,
    ],
    formatError: maskError,
    stringifyResult: writeResponse,
    logger: log,
    introspection: true,
    persistedQueries: false,
    hideSchemaDetailsFromClientErrors: true,
    validationOptions: { maxErrors: VALIDATION_ERRORS },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
}
