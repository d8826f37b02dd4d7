import type { FastifyInstance } from "fastify";
import type { Authenticate } from "../authenticate/authenticate.ts";
import type { MayIntrospect } from "../check/introspection-policy.ts";
import type { SchemaFacts } from "../plan/supergraph/schema-facts.ts";
import { refusedBody } from "../refused-body.ts";
import { refuseWith } from "./create-http-server.ts";

interface SchemaFactsRoute {
  readonly authenticate: Authenticate;
  readonly mayIntrospect: MayIntrospect;
  /** Those of the schema in force. */
  readonly facts: () => SchemaFacts;
}

/** `GET /studio/schema`: the schema, who answers each field and which class protects it, for whoever may introspect. */
export function serveSchemaFacts(
  app: FastifyInstance,
  { authenticate, mayIntrospect, facts }: SchemaFactsRoute,
): void {
  app.get("/studio/schema", async (request, reply) => {
    const answer = await authenticate(request.headers.authorization);
    if (answer.refused) return refuseWith(request, reply, answer.code);
    if (!mayIntrospect(answer.viewer)) return reply.code(403).send(refusedBody("FORBIDDEN", request.id));
    return reply.send(facts());
  });
}
