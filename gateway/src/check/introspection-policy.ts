import type { ApolloServerPlugin } from "@apollo/server";
import type { Viewer } from "@maillon/schema";
import { BREAK, type DocumentNode, GraphQLError, visit } from "graphql";
import type { Config } from "../config.ts";
import type { RequestContext } from "../request-context.ts";

/** Who may ask for the schema itself. */
export type MayIntrospect = (viewer: Viewer) => boolean;

/** Whoever has a token, unless the operator has named the organizations whose people may. */
export function createMayIntrospect({
  introspectionOrganizations: named,
}: Pick<Config, "introspectionOrganizations">): MayIntrospect {
  return (viewer) =>
    named === undefined || (viewer.kind === "company" && named.includes(viewer.organization));
}

/** Refuses operations that ask for the schema to viewers who may not; they validate like any other until then. */
export function refuseIntrospection(mayIntrospect: MayIntrospect): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ document, contextValue }) {
          if (mayIntrospect(contextValue.viewer) || !introspects(document)) return;
          throw new GraphQLError("Introspection is not for this viewer.", {
            extensions: { code: "FORBIDDEN" },
          });
        },
      };
    },
  };
}

/** `__typename` is no introspection: clients need it to tell members of a union apart. */
function introspects(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field({ name }) {
      found ||= name.value === "__schema" || name.value === "__type";
      return found ? BREAK : undefined;
    },
  });
  return found;
}
