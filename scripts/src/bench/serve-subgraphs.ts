import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { type DocumentNode, type GraphQLSchema, execute, parse } from "graphql";
import type { BenchSubgraph } from "./bench-subgraph.ts";

/**
 * Serves subgraphs, each under its name, from a process of its own, so that what they cost is never counted
 * as a gateway's. It counts what it is asked, and answers what it was asked before without thinking.
 */
export function serveSubgraphs(subgraphs: readonly BenchSubgraph[]): void {
  const answer = answerer(subgraphs);
  const answers = new Map<string, string>();
  let requests = 0;
  let bytes = 0;

  const server = createServer(async (request, response) => {
    const asked = (await json(request)) as Asked;
    const key = `${request.url}${asked.query}${JSON.stringify(asked.variables)}`;
    const body = answers.get(key) ?? (await answer(request.url ?? "", asked));
    answers.set(key, body);
    requests += 1;
    bytes += Buffer.byteLength(body);
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1", () =>
    process.send?.({ ready: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }),
  );
  process.on("message", () => {
    process.send?.({ requests, bytes });
    requests = 0;
    bytes = 0;
  });
  process.on("disconnect", () => process.exit());
}

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown>;
}

function answerer(subgraphs: readonly BenchSubgraph[]): (url: string, asked: Asked) => Promise<string> {
  const schemas = new Map<string, GraphQLSchema>(
    subgraphs.map(({ name, sdl, resolvers }) => [
      `/${name}`,
      buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]),
    ]),
  );
  const documents = new Map<string, DocumentNode>();
  return async (url, { query, variables }) => {
    const schema = schemas.get(url);
    if (!schema) throw new Error(`There is no subgraph at ${url}`);
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return JSON.stringify(await execute({ schema, document, variableValues: variables }));
  };
}
