import { randomUUID } from "node:crypto";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import { REQUEST_ID_HEADER } from "@maillon/schema";
import type { Asserted } from "@maillon/schema";
import Fastify, { LogController } from "fastify";
import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { AssertionVerifier } from "../assertion/verify-assertion.ts";
import type { Database, DatabaseOptions } from "../database/open-database.ts";
import { subgraphErrors, SubgraphError } from "../errors.ts";
import type { SubgraphErrorCode } from "../errors.ts";
import { buildSchema } from "../graphql/build-schema.ts";
import type { CursorCipher } from "../loading/cursor-cipher.ts";
import { createContext } from "../loading/subgraph-context.ts";
import type { Subgraph } from "../subgraph.ts";
import { catchUp } from "./catch-up.ts";
import { createApollo } from "./create-apollo.ts";
import { describeError } from "./describe-error.ts";

/** What a server needs besides the subgraph itself. */
export interface ServerParts {
  readonly database: Database;
  readonly verifyAssertion: AssertionVerifier;
  readonly cursors: CursorCipher;
  /** Whether the operator knows what is in force, or has waited for it long enough. */
  readonly isReady: () => boolean;
  /** What is in force now; ready without it, a subgraph shows nothing that needs an agreement, and says so. */
  readonly agreements: DatabaseOptions["agreements"];
  readonly logger: Logger;
}

/** Largest request that is read, in bytes: some ten thousand entity references. */
const BODY_LIMIT = 1_048_576;

/**
 * A subgraph as an HTTP server that does not listen yet: `POST /graphql` for the gateway, `GET /health` (it
 * lives) and `GET /ready` (it knows what is in force, or has waited long enough) for whoever watches over the
 * process. Closing it ends running requests first; the database is closed by whoever opened it.
 */
export async function createServer(subgraph: Subgraph, parts: ServerParts): Promise<FastifyInstance> {
  const { database, cursors, isReady, agreements, logger } = parts;
  const apollo = createApollo(buildSchema(subgraph), logger);
  await apollo.start();
  const loggerInstance: FastifyBaseLogger = logger;
  const server = Fastify({
    loggerInstance,
    bodyLimit: BODY_LIMIT,
    genReqId: ({ headers }) => requestIdOf(headers[REQUEST_ID_HEADER]),
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "rid" }),
    forceCloseConnections: "idle",
    // What comes over an open connection while the server stops is answered; the connection ends with that.
    return503OnClosing: false,
  });
  server.removeContentTypeParser("text/plain");
  server.setErrorHandler((error, request, reply) => answerError(error, request, reply));
  server.setNotFoundHandler((_, reply) => answer(reply, new SubgraphError("BAD_REQUEST")));
  server.get("/health", async () => ({ status: "ok", subgraph: subgraph.name }));
  server.get("/ready", (_, reply) =>
    reply.code(isReady() ? 200 : 503).send({ ready: isReady(), followsLedger: agreements() !== undefined }),
  );
  server.addHook("onResponse", logAnswer);
  server.addHook("onClose", () => apollo.stop());
  refuseTooEarly(server, isReady);
  const asserted = requireAssertion(server, parts.verifyAssertion);
  const handler = fastifyApolloHandler(apollo, {
    context: async (request) => {
      const { viewer, ruling } = asserted(request);
      const knowsAgreements = await catchUp(agreements, ruling?.epoch);
      const em = database.as(viewer);
      const { isCompany, isAgreementOf } = database;
      const known = { knowsAgreements, isCompany, isAgreementOf };
      return createContext({ viewer, requestId: request.id, now: new Date(), em, cursors, ...known });
    },
  });
  server.post("/graphql", handler);
  return server;
}

/**
 * Refuses every POST until the operator can know what is in force: answers from before that would leave out, and not
 * say so, what a viewer may see.
 */
function refuseTooEarly(server: FastifyInstance, isReady: () => boolean): void {
  server.addHook("onRequest", async ({ method }) => {
    if (method === "POST" && !isReady()) throw new SubgraphError("NOT_READY");
  });
}

/**
 * Refuses every POST without a valid assertion, before its body is read. A strange gateway thus cannot even make the
 * subgraph parse what it sends.
 */
function requireAssertion(
  server: FastifyInstance,
  verify: AssertionVerifier,
): (request: FastifyRequest) => Asserted {
  const verified = new WeakMap<FastifyRequest, Asserted>();
  server.addHook("onRequest", async (request) => {
    if (request.method === "POST") verified.set(request, await verify(request.headers.authorization));
  });
  return (request) => {
    const asserted = verified.get(request);
    if (asserted === undefined) throw new SubgraphError("ASSERTION_MISSING");
    return asserted;
  };
}

/** An id that fits a log line; one made here when the gateway sent none, or something else. */
function requestIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && /^[\w-]{1,100}$/u.test(header) ? header : randomUUID();
}

async function logAnswer(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions } = request;
  request.log.info({
    method,
    route: routeOptions.url,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  });
}

function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (error instanceof SubgraphError) {
    request.log.info({ refused: error.code });
    return answer(reply, error);
  }
  const code = codeOfHttpError(error);
  if (code === "INTERNAL_SERVER_ERROR") request.log.error({ error: describeError(error) });
  return answer(reply, new SubgraphError(code));
}

/** Fastify's own errors carry the status that they would be answered with. */
function codeOfHttpError(error: unknown): SubgraphErrorCode {
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (status === 413) return "PAYLOAD_TOO_LARGE";
  return typeof status === "number" && status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
}

function answer(reply: FastifyReply, error: SubgraphError): FastifyReply {
  const { message, extensions } = error.toJSON();
  return reply.code(subgraphErrors[error.code].status).send({ errors: [{ message, extensions }] });
}
