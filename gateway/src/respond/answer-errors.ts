import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestContext } from "../request-context.ts";

/** Logs what the client will not read, and gives every error the id under which the operator finds it. */
export const answerErrors: ApolloServerPlugin<RequestContext> = {
  async requestDidStart() {
    return {
      async didEncounterErrors({ errors, contextValue }) {
        for (const error of errors)
          contextValue.log.info({ code: error.extensions["code"], path: error.path }, error.message);
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
