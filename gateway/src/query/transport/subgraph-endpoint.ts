import { Pool } from "undici";
import type { MayConnect } from "./allowed-addresses.ts";
import { AddressNotAllowedError, type Resolve, guardedConnector } from "./guarded-connector.ts";
import { type PaceLimits, createPace } from "./large-answer-pace.ts";
import { receiveAnswer } from "./receive-answer.ts";
import { UpstreamError } from "../operation/run.ts";

/** What one subgraph may take, whatever it does. */
export interface EndpointLimits extends PaceLimits {
  /** Bytes of one answer, decompressed. */
  readonly bytes: number;
  /** Milliseconds until a connection must stand. */
  readonly connectTime: number;
  /** Milliseconds until an answer must have come, even if the operation had more time. */
  readonly time: number;
  /** Connections that may be open at once. */
  readonly connections: number;
}

/** One subgraph's address, with connections that are kept. */
export interface SubgraphEndpoint {
  /** Posts a request and resolves with the text of the answer; rejects with an UpstreamError, or as `signal` says. */
  readonly post: (request: PostedRequest) => Promise<string>;
  /**
   * Ends all connections, and what is under way on them. A later request opens new ones: one that was
   * validated against a supergraph may start to run just after another supergraph has taken its place.
   */
  readonly close: () => Promise<void>;
}

/** One HTTP request to a subgraph. */
export interface PostedRequest {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** Where connections may go. */
export interface Reach {
  readonly mayConnect: MayConnect;
  readonly resolve?: Resolve;
}

/**
 * Opens the endpoint of a subgraph; nothing is sent yet. Redirects are never followed: only this host is
 * registered.
 */
export function openEndpoint(url: string, limits: EndpointLimits, reach: Reach): SubgraphEndpoint {
  const { origin, pathname, search, protocol } = new URL(url);
  if (protocol !== "http:" && protocol !== "https:") throw new Error(`${url} is not an http(s) URL`);
  const openPool = () =>
    new Pool(origin, {
      connections: limits.connections,
      connect: guardedConnector({ timeout: limits.connectTime, ...reach }),
      headersTimeout: limits.time,
      bodyTimeout: limits.time,
    });
  const pace = createPace(limits);
  let pool: Pool | undefined;
  const shared = {
    "content-type": "application/json",
    accept: "application/graphql-response+json, application/json",
    "accept-encoding": "gzip",
  };

  return {
    async post({ body, headers, signal }) {
      pool ??= openPool();
      const request = { path: pathname + search, body, headers: { ...shared, ...headers }, signal };
      try {
        return await receiveAnswer(pool, request, { cap: limits.bytes, pace });
      } catch (error) {
        throw asUpstreamError(error, signal);
      }
    },
    async close() {
      const closing = pool;
      pool = undefined;
      await closing?.destroy();
    },
  };
}

const TIMEOUTS = new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);

/** What an exception of the HTTP client means. Its own words stay in the cause: they name hosts and ports. */
function asUpstreamError(error: unknown, signal: AbortSignal): unknown {
  // Who aborted the signal said why.
  if (signal.aborted) return signal.reason;
  if (error instanceof UpstreamError) return error;
  if (error instanceof AddressNotAllowedError)
    return new UpstreamError("UPSTREAM_UNAVAILABLE", error.message, { cause: error });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (TIMEOUTS.has(code))
    return new UpstreamError("UPSTREAM_TIMEOUT", "it did not answer in time", { cause: error });
  return new UpstreamError("UPSTREAM_UNAVAILABLE", `it could not be reached (${code})`, { cause: error });
}
