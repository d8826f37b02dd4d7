import type { FastifyInstance } from "fastify";
import type { Authenticate } from "../authenticate/authenticate.ts";
import type { CompanyBudget } from "../check/company-budget.ts";
import type { MayIntrospect } from "../check/introspection-policy.ts";
import type { SchemaFacts } from "../plan/supergraph/schema-facts.ts";
import { refusedBody } from "../refused-body.ts";
import { refuseUntil, refuseWith } from "./create-http-server.ts";

interface SchemaFactsRoute {
  readonly authenticate: Authenticate;
  readonly mayIntrospect: MayIntrospect;
  /** Keeps each company within its budget; without it nobody has one. */
  readonly budget: CompanyBudget | undefined;
  /** Those of the schema in force. */
  readonly facts: () => SchemaFacts;
}

/** As much as so many fields of an answer: it is as long as that, but written only once. */
const COST = 10_000;

/** `GET /studio/schema`: the schema, who answers each field and which class protects it, for whoever may introspect. */
export function serveSchemaFacts(
  app: FastifyInstance,
  { authenticate, mayIntrospect, budget, facts }: SchemaFactsRoute,
): void {
  const written = new WeakMap<SchemaFacts, string>();

  app.get("/studio/schema", async (request, reply) => {
    const answer = await authenticate(request.headers.authorization);
    if (answer.refused) return refuseWith(request, reply, answer.code);
    if (!mayIntrospect(answer.viewer)) return reply.code(403).send(refusedBody("FORBIDDEN", request.id));
    const wait = budget?.spend(answer.viewer, COST);
    if (wait !== undefined) return refuseUntil(request, reply, wait);
    return reply.type("application/json; charset=utf-8").send(textOf(facts()));
  });

  /** The facts of a schema never change, and are the same for everybody. */
  function textOf(known: SchemaFacts): string {
    const text = written.get(known) ?? JSON.stringify(known);
    written.set(known, text);
    return text;
  }
}
