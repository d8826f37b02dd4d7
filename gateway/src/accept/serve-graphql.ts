import type { ApolloServer } from "@apollo/server";
import { fastifyApolloHandler } from "@as-integrations/fastify";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Authenticate } from "../authenticate/authenticate.ts";
import type { CheckOperation } from "../check/check-operation.ts";
import type { CompanyBudget } from "../check/company-budget.ts";
import type { RequestContext } from "../request-context.ts";
import { refusedBody } from "../refused-body.ts";
import type { Tracing } from "../telemetry/request-trace.ts";
import { refuseUntil, refuseWith } from "./create-http-server.ts";
import type { MayKnowWay } from "./may-know-way.ts";

interface GraphqlRoute {
  /** Whether the gateway can know what is in force: earlier it would leave out, without a word, what it should show. */
  readonly isReady: () => boolean;
  readonly apollo: ApolloServer<RequestContext>;
  readonly authenticate: Authenticate;
  readonly checkOperation: CheckOperation;
  /** Keeps each company within its budget; without it nobody has one. */
  readonly budget: CompanyBudget | undefined;
  readonly mayKnowWay: MayKnowWay;
  readonly tracing: Tracing;
}

/** Asks for the way of the operation in `extensions.way`. */
const WAY_HEADER = "x-maillon-way";

/** `POST /graphql`: the viewer is named before the body is read, so an unknown caller costs next to nothing. */
export function serveGraphql(
  app: FastifyInstance,
  { isReady, apollo, authenticate, checkOperation, budget, mayKnowWay, tracing }: GraphqlRoute,
): void {
  const contexts = new WeakMap<FastifyRequest, RequestContext>();

  async function nameViewer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> {
    if (!isReady()) return refuseWith(request, reply, "NOT_READY");
    const trace = tracing.begin({ id: request.id, headers: request.headers });
    reply.raw.once("close", () => trace.end(reply.statusCode));
    const answer = await authenticate(request.headers.authorization);
    if (answer.refused) {
      request.log.info({ code: answer.code, cause: answer.cause }, "viewer refused");
      return refuseWith(request, reply, answer.code);
    }
    const signal = abortedWhenGone(reply);
    contexts.set(request, {
      viewer: answer.viewer,
      requestId: request.id,
      log: request.log,
      trace,
      signal,
      tellsWay: request.headers[WAY_HEADER] === "1" && mayKnowWay(answer.viewer),
    });
    return undefined;
  }

  function refuseTooLarge(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
    const { query, variables } = bodyOf(request);
    if (typeof query !== "string") return done();
    const checked = checkOperation(query, variables);
    if ("fault" in checked) {
      reply.code(400).send(refusedBody("OPERATION_TOO_LARGE", request.id, `${checked.fault}.`));
      return undefined;
    }
    const viewer = contexts.get(request)?.viewer;
    const wait = viewer && budget?.spend(viewer, checked.cost);
    if (wait === undefined) return done();
    refuseUntil(request, reply, wait);
    return undefined;
  }

  const context = async (request: FastifyRequest): Promise<RequestContext> => {
    const known = contexts.get(request);
    if (!known) throw new Error("A request reached GraphQL without a viewer.");
    return known;
  };
  app.post(
    "/graphql",
    { onRequest: nameViewer, preHandler: refuseTooLarge },
    fastifyApolloHandler(apollo, { context }),
  );
}

/** What a client sent, before anything is known of its shape. */
function bodyOf({ body }: FastifyRequest): { readonly query?: unknown; readonly variables?: unknown } {
  return typeof body === "object" && body !== null ? body : {};
}

function abortedWhenGone(reply: FastifyReply): AbortSignal {
  const controller = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) controller.abort();
  });
  return controller.signal;
}
