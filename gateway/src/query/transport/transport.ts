import { createMayConnect } from "./allowed-addresses.ts";
import { type EndpointPolicy, type PolicyLimits, endpointPolicy } from "./endpoint-policy.ts";
import type { FailureCode } from "../answer/failures.ts";
import { shareInFlight } from "./in-flight.ts";
import { type OutgoingRequest, UpstreamError } from "../operation/run.ts";
import { type EndpointLimits, type SubgraphEndpoint, openEndpoint } from "./subgraph-endpoint.ts";

/** What of a client's request concerns the way to the subgraphs. */
export interface TransportContext {
  /** Aborted when the client has gone or its time is up; the reason is an UpstreamError. */
  readonly signal: AbortSignal;
  /** When the operation must have ended, in milliseconds of `performance.now()`. */
  readonly deadline: number;
  /** Headers for one subgraph, such as the assertion that names the viewer. */
  readonly headersFor: (subgraph: string) => Readonly<Record<string, string>>;
  /**
   * Who may share an answer: requests with equal keys would get the same one, because they speak for the same
   * viewer in the same epoch. Without a key nothing is shared.
   */
  readonly sharing?: string | undefined;
  /** Told of each request of this operation once it has ended. */
  readonly onFetch?: ((request: OutgoingRequest, facts: FetchFacts) => void) | undefined;
}

/** How one request to a subgraph went, for metrics and traces. */
export interface FetchFacts {
  readonly subgraph: string;
  readonly outcome: "ok" | FailureCode;
  readonly seconds: number;
  /** Characters of the answer. */
  readonly size: number;
}

/** Sends requests to subgraphs. */
export interface Transport {
  readonly send: (request: OutgoingRequest, context: TransportContext) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** What a transport is made of. */
export interface TransportOptions {
  /** The URL of each subgraph by its name. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly limits?: Partial<TransportLimits>;
  /** Networks in CIDR notation in which subgraphs may be, beside the public addresses. */
  readonly networks: readonly string[];
  /** Told of every request once it has ended. */
  readonly onFetch?: (facts: FetchFacts) => void;
}

/** Limits of endpoints and policies together. */
export type TransportLimits = EndpointLimits & PolicyLimits;

/** Limits that fit subgraphs in one region; a slower partner needs more time, not more bytes. */
export const DEFAULT_LIMITS: TransportLimits = {
  bytes: 10_000_000,
  largeBytesPerSecond: 10_000_000,
  connectTime: 1_000,
  time: 10_000,
  connections: 64,
  concurrent: 256,
  waiting: 256,
  failuresInARow: 20,
  failureShare: 0.5,
  pause: 1_000,
  retriesPerHundred: 10,
};

interface Way {
  readonly endpoint: SubgraphEndpoint;
  readonly policy: EndpointPolicy;
}

/** Opens the ways to all subgraphs. Which endpoint answers a fetch is decided here and nowhere else. */
export function createTransport({ subgraphs, limits = {}, networks, onFetch }: TransportOptions): Transport {
  const all = { ...DEFAULT_LIMITS, ...limits };
  const share = shareInFlight();
  const reach = { mayConnect: createMayConnect(networks) };
  const ways = new Map<string, Way>(
    [...subgraphs].map(([name, url]) => [
      name,
      { endpoint: openEndpoint(url, all, reach), policy: endpointPolicy(all) },
    ]),
  );

  return {
    async send(request, context) {
      const start = performance.now();
      const facts = (outcome: FetchFacts["outcome"], size: number): FetchFacts => ({
        subgraph: request.subgraph,
        outcome,
        seconds: (performance.now() - start) / 1000,
        size,
      });
      const tell = (told: FetchFacts) => {
        onFetch?.(told);
        context.onFetch?.(request, told);
      };
      try {
        const text = await fetchText(request, context);
        const answer = parseAnswer(text);
        tell(facts("ok", text.length));
        return answer;
      } catch (error) {
        tell(facts(error instanceof UpstreamError ? error.code : "UPSTREAM_UNAVAILABLE", 0));
        throw error;
      }
    },
    close: async () => void (await Promise.all([...ways.values()].map(({ endpoint }) => endpoint.close()))),
  };

  async function fetchText(request: OutgoingRequest, context: TransportContext): Promise<string> {
    const { subgraph, operation, body } = request;
    const way = ways.get(subgraph);
    if (!way) throw new UpstreamError("UPSTREAM_UNAVAILABLE", `the subgraph ${subgraph} is not configured`);
    const isQuery = operation === "query";
    const key =
      isQuery && context.sharing !== undefined ? `${subgraph}\n${context.sharing}\n${body}` : undefined;
    return share(key, context.signal, async (signal) =>
      way.policy(async () => {
        // While it waited for its turn its time may have run out.
        signal.throwIfAborted();
        const headers = { ...context.headersFor(subgraph), ...timeLeft(context.deadline) };
        return way.endpoint.post({ body, headers, signal });
      }, isQuery),
    );
  }
}

/** How many milliseconds the operation has left, so that a subgraph need not work longer than anybody waits. */
function timeLeft(deadline: number): Record<string, string> {
  return { "x-request-timeout-ms": String(Math.max(0, Math.ceil(deadline - performance.now()))) };
}

function parseAnswer(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UpstreamError("UPSTREAM_INVALID", "its answer is no JSON", { cause });
  }
}
