import type { OutgoingRequest } from "../query/operation/run.ts";
import type { FetchFacts } from "../query/transport/transport.ts";

/** What of a client's request is traced. */
export interface RequestTrace {
  /** Headers that let a subgraph trace its part, under a trace of its own. */
  readonly headersFor: (subgraph: string) => Readonly<Record<string, string>>;
  /** A request to a subgraph has ended. */
  readonly fetched: (request: OutgoingRequest, facts: FetchFacts) => void;
  /** The client has been answered with an HTTP status. */
  readonly end: (status: number) => void;
}

/** Headers as Node reads them. */
export type IncomingHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** Traces requests. */
export interface Tracing {
  readonly begin: (request: { readonly id: string; readonly headers: IncomingHeaders }) => RequestTrace;
  /** Sends what is left to send. */
  readonly close: () => Promise<void>;
}

const untraced: RequestTrace = { headersFor: () => ({}), fetched: () => {}, end: () => {} };

/** Of a gateway whose operator collects no traces. */
export const noTracing: Tracing = { begin: () => untraced, close: async () => {} };
