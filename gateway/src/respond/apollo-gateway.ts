import type { ApolloServerOptions } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { CompanyBudget } from "../check/company-budget.ts";
import { companyOf } from "../check/company-of.ts";
import { readSchemaFacts, type SchemaFacts } from "../plan/supergraph/schema-facts.ts";
import type { Supergraph } from "../plan/supergraph/supergraph.ts";
import type { OpenAccess } from "../redact/access.ts";
import { createGuard } from "../redact/create-guard.ts";
import { OWN_SUBGRAPH, withOwnFields } from "../redact/explain/own-fields.ts";
import { answerOrSend } from "../redact/explain/own-subgraph.ts";
import type { RequestContext } from "../request-context.ts";
import type { Metrics, SubgraphOutcome } from "../telemetry/create-metrics.ts";
import { openEngine } from "./engine/engine-in-force.ts";
import { type OperationContext, operationExecutor } from "./operation-executor.ts";
import { type OperationTransportOptions, operationTransport } from "./operation-transport.ts";

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
    load: async () => ({ executor: operationExecutor({ engine, openAccess, transportOf }) }),
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
