import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import type { JSONWebKeySet } from "jose";
import type { Metrics } from "../telemetry/create-metrics.ts";
import { refuseWith } from "./create-http-server.ts";
import { isLocal } from "./is-local.ts";

interface StatusRoutes {
  readonly metrics: Metrics;
  /** Whether requests can be answered: the supergraph is loaded, and the gateway is not stopping. */
  readonly isReady: () => boolean;
  /** Whether the gateway knows what is in force now; ready without it, it shows nothing that needs an agreement. */
  readonly followsLedger: () => boolean;
  /** Public keys of the gateway, for the operators of subgraphs. */
  readonly keys: JSONWebKeySet;
  /** Who asks for metrics from another machine must bear this token. */
  readonly metricsToken: string | undefined;
}

/** `/health` (the process lives), `/ready` (it can answer), `/metrics`, and the keys that sign assertions. */
export function serveStatus(
  app: FastifyInstance,
  { metrics, isReady, followsLedger, keys, metricsToken }: StatusRoutes,
): void {
  app.get("/health", () => ({ status: "alive" }));
  app.get("/ready", (_request, reply) => {
    const ready = isReady();
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? "ready" : "not ready", followsLedger: followsLedger() });
  });
  app.get("/.well-known/jwks.json", (_request, reply) =>
    reply.header("cache-control", "public, max-age=60").send(keys),
  );
  app.get("/metrics", async (request, reply) => {
    const allowed = isLocal(request) || bears(request.headers.authorization, metricsToken);
    if (!allowed) return refuseWith(request, reply, "UNAUTHENTICATED");
    return reply.type(metrics.contentType).send(await metrics.text());
  });
}

function bears(authorization: string | undefined, token: string | undefined): boolean {
  if (authorization === undefined || token === undefined) return false;
  const [given, expected] = [Buffer.from(authorization), Buffer.from(`Bearer ${token}`)];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
