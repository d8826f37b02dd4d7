import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { buildSubgraphSchema, type GraphQLResolverMap } from "@apollo/subgraph";
import { graphql, parse } from "graphql";

/** What a subgraph received. */
export interface ReceivedRequest {
  readonly headers: IncomingHttpHeaders;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A subgraph of one test, over real HTTP; it answers whoever asks and keeps what it received. */
export interface TestSubgraph {
  readonly name: string;
  readonly sdl: string;
  readonly url: string;
  readonly received: readonly ReceivedRequest[];
  /** Makes every further answer this one, until it is undefined again. */
  answerWith(answer: { status: number; body: string } | undefined): void;
  /** Calls back for each request that arrives, before it is answered. */
  onRequest(listener: () => void): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Opens a subgraph that answers from resolvers. */
export async function openTestSubgraph(
  name: string,
  sdl: string,
  resolvers: GraphQLResolverMap<unknown>,
): Promise<TestSubgraph> {
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers }]);
  const received: ReceivedRequest[] = [];
  let listen = () => {};
  let fixed: { status: number; body: string } | undefined;
  const server = createServer(async (request, response) => {
    const { query, variables } = JSON.parse(await text(request)) as ReceivedRequest;
    received.push({ headers: request.headers, query, variables });
    listen();
    const body =
      fixed?.body ?? JSON.stringify(await graphql({ schema, source: query, variableValues: variables }));
    response.writeHead(fixed?.status ?? 200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    name,
    sdl,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received,
    answerWith: (answer) => void (fixed = answer),
    onRequest: (listener) => void (listen = listener),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
