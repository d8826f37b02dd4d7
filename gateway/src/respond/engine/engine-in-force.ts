import { type DocumentNode, type GraphQLSchema, print } from "graphql";
import type { Asker } from "../../plan/asker.ts";
import { type PlannerPool, type PooledPlanner, openPlannerPool } from "../../plan/processes/planner-pool.ts";
import { type Supergraph, readSupergraph } from "../../plan/supergraph/supergraph.ts";
import type { Guard } from "../../query/guard.ts";
import type { OutgoingRequest } from "../../query/operation/run.ts";
import {
  type Transport,
  type TransportContext,
  type TransportOptions,
  createTransport,
} from "../../query/transport/transport.ts";
import { type Engine, type EngineAnswer, type EngineRequest, createEngine } from "./engine.ts";

/** The engine that answers now, and how another supergraph takes its place. */
export interface EngineInForce<Context> {
  /** The engine for new requests. */
  readonly current: () => Engine<Context>;
  /**
   * Answers with the engine whose API schema a request was validated against, even if another one is in force by now.
   */
  readonly answer: (schema: GraphQLSchema, request: EngineRequest<Context>) => Promise<EngineAnswer>;
  /**
   * Puts another supergraph in force, with the recent operations prepared for it; rejects, and keeps the one
   * in force, if the new one cannot be served. Requests that have started end with the supergraph they
   * started with.
   */
  readonly replace: (supergraphSdl: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** What an engine in force is made of. */
export interface EngineInForceOptions<Context> extends Pick<
  TransportOptions,
  "limits" | "networks" | "onFetch"
> {
  readonly supergraphSdl: string;
  /** Where subgraphs answer, by name, when it is not where the supergraph says. */
  readonly subgraphUrls?: ReadonlyMap<string, string>;
  readonly transportContext: (context: Context) => TransportContext;
  /** Fields that this gateway answers itself: added to each supergraph, and answered instead of being sent. */
  readonly own?: {
    readonly name: string;
    readonly extend: (document: DocumentNode) => DocumentNode;
    readonly sendOrAnswer: (supergraph: Supergraph, send: Send<Context>) => Send<Context>;
  };
  /** Makes the guard of each supergraph that is put in force. */
  readonly guardFor?: (supergraph: Supergraph) => Guard<Context>;
  /** For whom a request is planned, if that is not done yet; without it planning has no shares and no price. */
  readonly askerOf?: (context: Context) => Asker;
  /** Plans operations; the engine closes it. */
  readonly planners?: PlannerPool;
}

type Send<Context> = (request: OutgoingRequest, context: Context) => Promise<unknown>;

interface Generation<Context> {
  readonly engine: Engine<Context>;
  readonly transport: Transport;
  readonly planner: PooledPlanner;
  running: number;
  replaced: boolean;
}

/** How many of the recent operations are planned before a new supergraph is put in force. */
const WARMED = 100;

/** Opens the first supergraph; rejects if it cannot be served. */
export async function openEngine<Context>(
  options: EngineInForceOptions<Context>,
): Promise<EngineInForce<Context>> {
  const { planners = openPlannerPool() } = options;
  const generations = new WeakMap<GraphQLSchema, Generation<Context>>();
  let current = await begin(options.supergraphSdl).catch(async (error: unknown) => {
    await planners.close();
    throw error;
  });

  return {
    current: () => current.engine,
    async answer(schema, request) {
      const generation = generations.get(schema) ?? current;
      generation.running += 1;
      try {
        return await generation.engine.answer(request);
      } finally {
        generation.running -= 1;
        await closeIfDone(generation);
      }
    },
    async replace(supergraphSdl) {
      const next = await begin(supergraphSdl);
      for (const operation of current.engine.recentOperations().slice(-WARMED))
        await next.engine.prepare(operation);
      const previous = current;
      current = next;
      previous.replaced = true;
      await closeIfDone(previous);
    },
    async close() {
      await Promise.all([current.transport.close(), planners.close()]);
    },
  };

  async function begin(supergraphSdl: string): Promise<Generation<Context>> {
    const { own } = options;
    const supergraph = readSupergraph(supergraphSdl, own?.extend);
    const others = [...supergraph.subgraphs].filter(([name]) => name !== own?.name);
    const subgraphs = addressesOf(new Map(others), options.subgraphUrls);
    const planner = await planners.open(print(supergraph.document));
    const transport = createTransport({ ...options, subgraphs });
    const send: Send<Context> = (request, context) =>
      transport.send(request, options.transportContext(context));
    const engine = createEngine<Context>({
      supergraph,
      planner: planner.plan,
      askerOf: options.askerOf,
      send: own ? own.sendOrAnswer(supergraph, send) : send,
      ...(options.guardFor && { guard: options.guardFor(supergraph) }),
    });
    const generation = { engine, transport, planner, running: 0, replaced: false };
    generations.set(supergraph.apiSchema, generation);
    return generation;
  }
}

/** Keeps the connections and the planner of a replaced supergraph until its last request has ended. */
async function closeIfDone<Context>(generation: Generation<Context>): Promise<void> {
  const { replaced, running, transport, planner } = generation;
  if (!replaced || running > 0) return;
  planner.close();
  await transport.close();
}

function addressesOf(
  composed: ReadonlyMap<string, string>,
  configured: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> {
  return new Map([...composed].map(([name, url]) => [name, addressOf(name, configured.get(name) ?? url)]));
}

function addressOf(name: string, url: string): string {
  if (url !== "") return url;
  throw new Error(
    `The supergraph names no URL for subgraph ${name}; set SUBGRAPH_URL_${name.toUpperCase()}.`,
  );
}
