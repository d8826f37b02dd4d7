import { composeServices } from "@apollo/composition";
import {
  type EngineAnswer,
  type Planner,
  type Supergraph,
  createApolloPlanner,
  createEngine,
  readSupergraph,
} from "@maillon/gateway";
import { type GraphQLError, execute, parse, validate } from "graphql";
import { readSubgraph, resolverOf, subgraphOfWorld, typenameOf } from "./subgraph-of-world.ts";
import type { World } from "./world.ts";

/** What was asked of one subgraph. */
export interface SentRequest {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

/** A world behind the engine, and the same world in a single process. */
export interface Federation {
  readonly supergraph: Supergraph;
  readonly validate: (operation: string) => readonly GraphQLError[];
  /** What the engine answers; `sent` is what it asked of the subgraphs for it. */
  readonly ask: (
    operation: string,
    variables?: Record<string, unknown>,
  ) => Promise<EngineAnswer & { readonly sent: readonly SentRequest[] }>;
  /** The JSON text of what one schema that knows everything answers. */
  readonly askMonolith: (operation: string, variables?: Record<string, unknown>) => Promise<string>;
}

/** Composes the subgraphs of a world; throws with composition's own words when they do not fit. */
export function composeWorld(world: World): string {
  const { supergraphSdl, errors } = composeServices(
    Object.entries(world.subgraphs).map(([name, sdl]) => ({
      name,
      url: `http://${name}.invalid`,
      typeDefs: readSubgraph(sdl),
    })),
  );
  if (supergraphSdl === undefined)
    throw new Error(`The world does not compose: ${errors?.map(({ message }) => message).join("\n")}`);
  return supergraphSdl;
}

/** Opens a world with everything in this process; only what crosses a company's border is turned into JSON. */
export function federationOfWorld(
  world: World,
  createPlanner: (supergraph: Supergraph) => Planner = createApolloPlanner,
): Federation {
  const supergraph = readSupergraph(composeWorld(world));
  const subgraphs = new Map(
    Object.keys(world.subgraphs).map((name) => [name, subgraphOfWorld(world, name)] as const),
  );
  const engine = createEngine<SentRequest[]>({
    supergraph,
    planner: createPlanner(supergraph),
    async send({ subgraph, body }, sent) {
      const { query, variables } = JSON.parse(body) as Omit<SentRequest, "subgraph">;
      sent.push({ subgraph, query, variables });
      return subgraphs.get(subgraph)?.(query, variables);
    },
  });
  return {
    supergraph,
    validate: (operation) => validate(supergraph.apiSchema, parse(operation)),
    async ask(text, variables = {}) {
      const sent: SentRequest[] = [];
      const answer = await engine.answer({ text, document: parse(text), variables, context: sent });
      return { ...answer, sent };
    },
    async askMonolith(operation, variableValues = {}) {
      const { data, errors } = await execute({
        schema: supergraph.apiSchema,
        document: parse(operation),
        rootValue: { __typename: "Query" },
        variableValues,
        fieldResolver: resolverOf(world),
        typeResolver: typenameOf,
      });
      if (errors) throw new Error(`The world cannot answer this by itself: ${errors.join("\n")}`);
      return JSON.stringify(data);
    },
  };
}
