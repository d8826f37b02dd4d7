import { REQUEST_ID_HEADER } from "@maillon/schema";
import type { Identity } from "../authenticate/identity.ts";
import type { Access } from "../redact/access.ts";
import type { RequestContext } from "../request-context.ts";
import type { OperationTime } from "../query/operation/operation-time.ts";
import { rulingOf } from "../authenticate/signing/ruling-of.ts";
import type { TransportContext } from "../query/transport/transport.ts";
import type { Way } from "../query/operation/way.ts";

/** What the gateway tells subgraphs, whoever asks. */
export interface OperationTransportOptions {
  /** Who operates each subgraph: `Organization.id` by name. */
  readonly operators: ReadonlyMap<string, string>;
  readonly headersFor: Identity["headersFor"];
}

/** One operation that goes out to subgraphs. */
interface AskedOperation {
  readonly request: RequestContext;
  readonly time: OperationTime;
  readonly access: Access;
  readonly way: Way | undefined;
}

/** Makes what of an operation concerns its way to the subgraphs; once for all of its requests. */
export function operationTransport({
  operators,
  headersFor,
}: OperationTransportOptions): (operation: AskedOperation) => TransportContext {
  return ({ request: { viewer, requestId, trace }, time, access, way }) => ({
    signal: time.signal,
    deadline: time.deadline,
    onFetch(request, facts) {
      way?.note(request, facts);
      trace.fetched(request, facts);
    },
    headersFor: (subgraph) => {
      // Of the epoch that the whole operation is decided in, whatever has come into force since.
      const ruling = rulingOf(access.sources.agreements, viewer, operators.get(subgraph));
      return {
        ...headersFor({ viewer, ruling }, subgraph),
        ...trace.headersFor(subgraph),
        [REQUEST_ID_HEADER]: requestId,
      };
    },
    sharing: JSON.stringify([access.decider.epoch ?? null, viewer]),
  });
}
