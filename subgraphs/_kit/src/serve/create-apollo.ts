import { ApolloServer } from "@apollo/server";
import type { ApolloServerPlugin } from "@apollo/server";
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from "@apollo/server/plugin/disabled";
import type { GraphQLSchema } from "graphql";
import type { Logger } from "pino";
import { SubgraphError } from "../errors.ts";
import { asksProtected } from "../graphql/asks-protected.ts";
import type { SubgraphContext } from "../loading/subgraph-context.ts";
import { describeError } from "./describe-error.ts";
import { maskError, unexpected } from "./mask-error.ts";

/** The GraphQL side of a subgraph: no telemetry to third parties, no stack traces, nothing kept between requests. */
export function createApollo(schema: GraphQLSchema, logger: Logger): ApolloServer<SubgraphContext> {
  return new ApolloServer<SubgraphContext>({
    schema,
    formatError: maskError,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    // The contract is no secret, and whoever asks has shown an assertion.
    introspection: true,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    logger,
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      errorLog(logger),
      noteUnknownAgreements(schema),
    ],
  });
}

/** Writes what clients are not told. */
function errorLog(logger: Logger): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      return {
        async didEncounterErrors({ errors, contextValue }) {
          for (const error of errors.filter(unexpected)) {
            logger.error({ rid: contextValue.requestId, path: error.path, error: describeError(error) });
          }
        },
      };
    },
  };
}

/** Says of an answer that it may lack what is there: without a ledger a mask shows only what is public. */
function noteUnknownAgreements(schema: GraphQLSchema): ApolloServerPlugin<SubgraphContext> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ contextValue, document, response: { body } }) {
          if (contextValue.knowsAgreements || !document || body.kind !== "single") return;
          if (!asksProtected(schema, document)) return;
          const { singleResult } = body;
          const note = new SubgraphError("AGREEMENTS_UNKNOWN").toJSON();
          singleResult.errors = [...(singleResult.errors ?? []), note];
        },
      };
    },
  };
}
