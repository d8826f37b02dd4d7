import { ApolloGateway, type GraphQLDataSource } from "@apollo/gateway";
import { ApolloServer } from "@apollo/server";
import { composeWorld } from "./federation-of-world.ts";
import { subgraphOfWorld } from "./subgraph-of-world.ts";
import type { World } from "./world.ts";

/** A world behind the gateway that Apollo publishes. */
export interface StockGateway extends AsyncDisposable {
  /** The JSON text of the data that it answers. */
  readonly ask: (operation: string, variables?: Record<string, unknown>) => Promise<string>;
}

/** Opens a world behind `@apollo/gateway`, with everything in this process. */
export async function openStockGateway(world: World): Promise<StockGateway> {
  const gateway = new ApolloGateway({
    supergraphSdl: composeWorld(world),
    buildService: ({ name }) => sourceOf(world, name),
    logger: SILENT,
  });
  const server = new ApolloServer({ gateway, logger: SILENT });
  await server.start();
  return {
    async ask(query, variables = {}) {
      const { body } = await server.executeOperation({ query, variables });
      if (body.kind !== "single") throw new Error("A world has nothing to defer");
      return JSON.stringify(body.singleResult.data);
    },
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

function sourceOf(world: World, name: string): GraphQLDataSource {
  const answer = subgraphOfWorld(world, name);
  return {
    process: async ({ request }) =>
      (await answer(request.query ?? "", request.variables ?? {})) as Awaited<
        ReturnType<GraphQLDataSource["process"]>
      >,
  };
}

const quiet = (): void => undefined;
const SILENT = { debug: quiet, info: quiet, warn: quiet, error: quiet };
