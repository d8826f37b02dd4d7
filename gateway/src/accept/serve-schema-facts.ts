import type { FastifyInstance } from "fastify";
import type { Authenticate } from "../authenticate/authenticate.ts";
import type { SchemaFacts } from "../plan/schema-facts.ts";
import { refuseWith } from "./create-http-server.ts";

interface SchemaFactsRoute {
  readonly authenticate: Authenticate;
  /** Those of the schema in force. */
  readonly facts: () => SchemaFacts;
}

/** `GET /studio/schema`: who answers each field and which class protects it, for whoever may ask at all. */
export function serveSchemaFacts(app: FastifyInstance, { authenticate, facts }: SchemaFactsRoute): void {
  app.get("/studio/schema", async (request, reply) => {
    const answer = await authenticate(request.headers.authorization);
    if (answer.refused) return refuseWith(request, reply, answer.code);
    return reply.send(facts());
  });
}
