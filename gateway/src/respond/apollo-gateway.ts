import type { ApolloServerOptions } from "@apollo/server";
import { GraphQLError, type GraphQLSchema } from "graphql";
import type { EngineAnswer } from "./engine/engine.ts";
import type { CompanyBudget } from "../check/company-budget.ts";
import { companyOf } from "../check/company-of.ts";
import { type EngineInForce, openEngine } from "./engine/engine-in-force.ts";
import { startOperationTime } from "../query/operation/operation-time.ts";
import { type OperationTransportOptions, operationTransport } from "./operation-transport.ts";
import type { TransportContext } from "../query/transport/transport.ts";
import { openWay } from "../query/operation/way.ts";
import type { RequestContext } from "../request-context.ts";
import { createGuard } from "../redact/create-guard.ts";
import type { GuardedContext } from "../redact/guarded-context.ts";
import { OWN_SUBGRAPH, withOwnFields } from "../redact/explain/own-fields.ts";
import { answerOrSend } from "../redact/explain/own-subgraph.ts";
import type { Access, OpenAccess } from "../redact/access.ts";
import { argumentPath } from "./argument-path.ts";
import type { ClientError } from "./client-error.ts";
import { ERRORS } from "../error-registry.ts";
import { refusalError } from "./refusal-error.ts";
import { WrittenData } from "./written-data.ts";
import type { Metrics, SubgraphOutcome } from "../telemetry/create-metrics.ts";
import { RefusedOperation } from "../plan/refused-operation.ts";
import { readSchemaFacts, type SchemaFacts } from "../plan/supergraph/schema-facts.ts";
import type { Supergraph } from "../plan/supergraph/supergraph.ts";

interface ApolloGatewayOptions extends OperationTransportOptions {
  readonly supergraphSdl: string;
  readonly subgraphUrls: ReadonlyMap<string, string>;
  /** Networks in CIDR notation in which subgraphs may be, beside the public addresses. */
  readonly subgraphNetworks: readonly string[];
  readonly metrics: Metrics;
  /** Pays for the planning of operations; without it nobody does. */
  readonly budget: CompanyBudget | undefined;
  readonly openAccess: OpenAccess;
}

type Gateway = NonNullable<ApolloServerOptions<RequestContext>["gateway"]>;
type Executor = NonNullable<Awaited<ReturnType<Gateway["load"]>>["executor"]>;

/** How long one operation may take, in milliseconds. */
const OPERATION_TIME = 10_000;

interface OperationContext extends RequestContext, GuardedContext {
  readonly transport: TransportContext;
}

/** The supergraph in force. */
export interface ApolloGateway {
  /** What clients may ask for now. */
  readonly apiSchema: () => GraphQLSchema;
  /** Who answers each field now, and what protects it. */
  readonly facts: () => SchemaFacts;
  /** For Apollo Server. */
  readonly gateway: Gateway;
  /**
   * Puts another supergraph in force without failing a request; rejects, and changes nothing, if it cannot be
   * served.
   */
  readonly replace: (sdl: string) => Promise<void>;
}

/** Opens the supergraph behind Apollo Server's interface to gateways. */
export async function openApolloGateway({
  supergraphSdl,
  subgraphUrls,
  subgraphNetworks,
  operators,
  headersFor,
  metrics,
  budget,
  openAccess,
}: ApolloGatewayOptions): Promise<ApolloGateway> {
  const transportOf = operationTransport({ operators, headersFor });
  const engine = await openEngine<OperationContext>({
    supergraphSdl,
    subgraphUrls,
    networks: subgraphNetworks,
    guardFor: createGuard,
    askerOf: ({ viewer }) => ({
      company: companyOf(viewer),
      charge: (fields) => budget?.charge(viewer, fields),
    }),
    own: { name: OWN_SUBGRAPH, extend: withOwnFields, sendOrAnswer: answerOrSend(operators) },
    onFetch: ({ subgraph, outcome, seconds }) =>
      metrics.subgraphAsked(subgraph, outcomes[outcome] ?? "ok", seconds),
    transportContext: ({ transport }) => transport,
  });
  const listeners = new Set<() => void>();
  let inForce = supergraphSdl;

  const gateway: Gateway = {
    load: async () => ({ executor: createExecutor({ engine, openAccess, transportOf }) }),
    onSchemaLoadOrUpdate(listener) {
      const tell = () =>
        listener({ apiSchema: engine.current().supergraph.apiSchema, coreSupergraphSdl: inForce });
      listeners.add(tell);
      tell();
      return () => listeners.delete(tell);
    },
    stop: () => engine.close(),
  };
  return {
    gateway,
    apiSchema: () => engine.current().supergraph.apiSchema,
    facts: rememberFacts(() => engine.current().supergraph, operators),
    async replace(sdl) {
      await engine.replace(sdl);
      inForce = sdl;
      for (const tell of listeners) tell();
    },
  };
}

const outcomes: Readonly<Record<string, SubgraphOutcome>> = {
  UPSTREAM_UNAVAILABLE: "unavailable",
  UPSTREAM_TIMEOUT: "unavailable",
  UPSTREAM_INVALID: "refused",
};

interface ExecutorOptions {
  readonly engine: EngineInForce<OperationContext>;
  readonly openAccess: OpenAccess;
  readonly transportOf: ReturnType<typeof operationTransport>;
}

/** What Apollo Server calls to run an operation that it has parsed and validated. */
function createExecutor({ engine, openAccess, transportOf }: ExecutorOptions): Executor {
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
      const errors = errorsOf(answer, access);
      const visibility = access.refusals.notes();
      const extensions = { ...(visibility.length > 0 && { visibility }), ...(way && { way: way.notes() }) };
      return {
        data: new WrittenData(answer.data) as never,
        ...(errors.length > 0 && {
          errors: withoutStacks(() => errors.map((error) => asGraphqlError(error, schema))),
        }),
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

const AGREEMENTS_UNKNOWN: ClientError = {
  failure: { code: "AGREEMENTS_UNKNOWN", subgraph: "", detail: "" },
  path: undefined,
};

/** What the client reads of an answer's failures; without a ledger also that something may be missing. */
function errorsOf(
  { errors, withholds }: EngineAnswer,
  { knowsAgreements }: Pick<Access, "knowsAgreements">,
): readonly ClientError[] {
  return knowsAgreements || !withholds ? errors : [...errors, AGREEMENTS_UNKNOWN];
}

/** The operator reads what a partner said; the client does not. */
function logFailures({ failures }: EngineAnswer, { log }: RequestContext): void {
  for (const { code, subgraph, detail } of failures) log.warn({ code, subgraph, detail }, "subgraph failed");
}

function asGraphqlError({ failure, path }: ClientError, schema: GraphQLSchema): GraphQLError {
  const argument = argumentPath(schema, failure.argument);
  const extensions = { code: failure.code, ...(argument !== undefined && { argument }) };
  return new GraphQLError(ERRORS[failure.code].text, { path, extensions });
}

/**
 * What partners did is no fault of this code: nobody reads from where it was told, and finding that out costs
 * more than the rest.
 */
function withoutStacks<Made>(make: () => Made): Made {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return make();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** The facts of the supergraph in force, read once for each: one never changes. */
function rememberFacts(current: () => Supergraph, operators: ReadonlyMap<string, string>): () => SchemaFacts {
  const known = new WeakMap<Supergraph, SchemaFacts>();
  return () => {
    const supergraph = current();
    const facts = known.get(supergraph) ?? readSchemaFacts(supergraph, { operators, own: OWN_SUBGRAPH });
    known.set(supergraph, facts);
    return facts;
  };
}
