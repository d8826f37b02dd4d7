import type { Viewer } from "@maillon/schema";
import type { Log } from "./telemetry/create-log.ts";
import type { RequestTrace } from "./telemetry/request-trace.ts";

/** What every stage knows of the request it works on. */
export interface RequestContext {
  readonly viewer: Viewer;
  /** Under which gateway and subgraphs write their logs, and which the client reads in `x-request-id`. */
  readonly requestId: string;
  readonly log: Log;
  readonly trace: RequestTrace;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
  /** Whether the answer tells its way through the subgraphs: the client asked for it, and the operator allows it. */
  readonly tellsWay: boolean;
}
