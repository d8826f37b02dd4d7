import type { GraphQLResolverMap } from "@apollo/subgraph";

/** One subgraph of a chain that gateways are measured with. */
export interface BenchSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly resolvers: GraphQLResolverMap<unknown>;
}
