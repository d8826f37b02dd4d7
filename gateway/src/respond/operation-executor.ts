import type { ApolloServerOptions } from "@apollo/server";
import { RefusedOperation } from "../plan/refused-operation.ts";
import { startOperationTime } from "../query/operation/operation-time.ts";
import { openWay } from "../query/operation/way.ts";
import type { TransportContext } from "../query/transport/transport.ts";
import type { OpenAccess } from "../redact/access.ts";
import type { GuardedContext } from "../redact/guarded-context.ts";
import type { RequestContext } from "../request-context.ts";
import type { EngineInForce } from "./engine/engine-in-force.ts";
import type { EngineAnswer } from "./engine/engine.ts";
import { graphqlErrors } from "./graphql-errors.ts";
import type { operationTransport } from "./operation-transport.ts";
import { refusalError } from "./refusal-error.ts";
import { WrittenData } from "./written-data.ts";

type Gateway = NonNullable<ApolloServerOptions<RequestContext>["gateway"]>;
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** How long one operation may take, in milliseconds. */
const OPERATION_TIME = 10_000;

/** What an operation is run with. */
export interface OperationContext extends RequestContext, GuardedContext {
  readonly transport: TransportContext;
}

interface ExecutorOptions {
  readonly engine: EngineInForce<OperationContext>;
  readonly openAccess: OpenAccess;
  readonly transportOf: ReturnType<typeof operationTransport>;
}

/** Makes what Apollo Server calls to run an operation that it has parsed and validated. */
export function operationExecutor({ engine, openAccess, transportOf }: ExecutorOptions): Executor {
  return async ({ schema, document, source, request, context: given }) => {
    // Apollo Server hands on the context that it was given for this very request.
    const context = given as RequestContext;
    const time = startOperationTime(OPERATION_TIME, context.signal);
    const access = openAccess(context.viewer);
    const way = context.tellsWay ? openWay() : undefined;
    const transport = transportOf({ request: context, time, access, way });
    try {
      const answer = await engine.answer(schema, {
        text: source,
        document,
        // As the client wrote it: Apollo Server hands on none for a name that it has not found, and what it
        // has not looked at must not run.
        operationName: request.operationName ?? undefined,
        variables: request.variables,
        context: { ...context, access, transport },
      });
      logFailures(answer, context);
      const errors = graphqlErrors(answer, access, schema);
      const visibility = access.refusals.notes();
      const extensions = { ...(visibility.length > 0 && { visibility }), ...(way && { way: way.notes() }) };
      return {
        data: new WrittenData(answer.data) as never,
        ...(errors.length > 0 && { errors }),
        ...(Object.keys(extensions).length > 0 && { extensions }),
      };
    } catch (error) {
      if (!(error instanceof RefusedOperation)) throw error;
      return { errors: [refusalError(error)] };
    } finally {
      time.end();
    }
  };
}

/** The operator reads what a partner said; the client does not. */
function logFailures({ failures }: EngineAnswer, { log }: RequestContext): void {
  for (const { code, subgraph, detail } of failures) log.warn({ code, subgraph, detail }, "subgraph failed");
}
