import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLError } from "graphql";
import type { RequestContext } from "../request-context.ts";
import { ERRORS, isErrorCode } from "../error-registry.ts";

/** Logs what the client will not read, and gives every error the id under which the operator finds it. */
export const answerErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors)
          contextValue.log.info({ code: error.extensions["code"], path: error.path }, textFor(error));
      },
      async willSendResponse({ response, contextValue }) {
        if (response.body.kind !== "single") return;
        for (const error of response.body.singleResult.errors ?? []) {
          if (error.extensions) error.extensions["requestId"] = contextValue.requestId;
        }
      },
    };
  },
};

/**
 * What is wrong with a client's request is told to her alone: such messages repeat what she sent, a
 * customer's address among it. The cause of a failure of the gateway's own is for the log and nobody else.
 */
function textFor({ message, extensions: { code } }: GraphQLError): string {
  return isErrorCode(code) && code !== "INTERNAL_SERVER_ERROR" ? ERRORS[code].text : message;
}
