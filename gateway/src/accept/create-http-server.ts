import { randomUUID } from "node:crypto";
import cors from "@fastify/cors";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import { REQUEST_ID_HEADER } from "@maillon/schema";
import { ERRORS, type ErrorCode } from "../error-registry.ts";
import { refusedBody } from "../refused-body.ts";
import type { Log } from "../telemetry/create-log.ts";
import type { Metrics } from "../telemetry/create-metrics.ts";

interface HttpServerOptions {
  readonly log: Log;
  readonly metrics: Metrics;
  /** Largest accepted request body, in bytes. */
  readonly bodyLimit: number;
  /** Origins whose pages may read answers (CORS); none by default. */
  readonly corsOrigins: readonly string[];
}

/** The gateway's HTTP server before any route: what is refused here reaches no other stage. */
export function createHttpServer({
  log,
  metrics,
  bodyLimit,
  corsOrigins,
}: HttpServerOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    // One line an answered request, written below, instead of Fastify's two.
    logController: new LogController({ disableRequestLogging: true }),
    // A client's own request id is not trusted: it could make two requests look like one in the logs.
    genReqId: () => randomUUID(),
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: "idle",
    // What comes over an open connection while the server stops is answered; the connection ends with that.
    return503OnClosing: false,
  });
  // Browsers send text/plain across origins without asking first; GraphQL comes as JSON only.
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", refuseTwoHosts);
  app.addHook("onRequest", nameRequest);
  app.addHook("onResponse", (request, reply, done) => {
    metrics.requestAnswered(reply.statusCode, reply.elapsedTime / 1_000);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: reply.elapsedTime,
      },
      "answered",
    );
    done();
  });
  app.register(cors, {
    origin: [...corsOrigins],
    methods: ["POST"],
    exposedHeaders: [REQUEST_ID_HEADER],
    maxAge: 600,
  });
  app.setErrorHandler(answerError);
  app.setNotFoundHandler((request, reply) => refuseWith(request, reply, "NOT_FOUND_HERE"));
  return app;
}

/** Answers a whole request with one code of the registry. */
export function refuseWith(request: FastifyRequest, reply: FastifyReply, code: ErrorCode): FastifyReply {
  const { status } = ERRORS[code];
  if (status === 401) reply.header("www-authenticate", "Bearer");
  return reply.code(status).send(refusedBody(code, request.id));
}

/** Refuses a request until its company can afford it again, in so many seconds. */
export function refuseUntil(request: FastifyRequest, reply: FastifyReply, seconds: number): FastifyReply {
  reply.header("retry-after", Math.max(1, Math.ceil(seconds)));
  return refuseWith(request, reply, "BUDGET_EXCEEDED");
}

/** Two Host headers let a proxy and this server disagree about whom a request is for; Fastify accepts them. */
function refuseTwoHosts(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  const { rawHeaders } = request.raw;
  const hosts = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host");
  if (hosts.length > 1) refuseWith(request, reply, "BAD_REQUEST");
  else done();
}

function nameRequest(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  reply.headers({
    [REQUEST_ID_HEADER]: request.id,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  done();
}

function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = codeOfStatus(error.statusCode ?? 500);
  if (code === "INTERNAL_SERVER_ERROR") request.log.error({ err: error }, "request failed");
  return refuseWith(request, reply, code);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 413) return "REQUEST_TOO_LARGE";
  if (status === 415) return "UNSUPPORTED_MEDIA_TYPE";
  return status < 500 ? "BAD_REQUEST" : "INTERNAL_SERVER_ERROR";
}
