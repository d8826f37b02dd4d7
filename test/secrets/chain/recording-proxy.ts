import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { Agent, request as ask } from "undici";

/** What one subgraph received in one request, byte for byte. */
export interface SubgraphCall {
  readonly subgraph: string;
  readonly body: string;
  readonly headers: IncomingHttpHeaders;
}

/** Stands between gateway and subgraph, hands everything on unchanged, and keeps what the subgraph receives. */
export interface RecordingProxy extends AsyncDisposable {
  readonly url: string;
}

/** Opens the proxy of one subgraph. */
export async function openRecordingProxy(
  { subgraph, target }: { readonly subgraph: string; readonly target: string },
  record: (call: SubgraphCall) => void,
): Promise<RecordingProxy> {
  const agent = new Agent({ connections: 16 });
  const server = createServer((request, response) => {
    pass(request, response, {
      target,
      agent,
      onBody: (body) => record({ subgraph, body, headers: request.headers }),
    }).catch(
      // A subgraph that is down: the gateway sees a connection that breaks, as it would without the proxy.
      () => response.destroy(),
    );
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await agent.close();
    },
  };
}

interface Passing {
  readonly target: string;
  readonly agent: Agent;
  readonly onBody: (body: string) => void;
}

async function pass(
  request: IncomingMessage,
  response: ServerResponse,
  { target, agent, onBody }: Passing,
): Promise<void> {
  const body = await text(request);
  onBody(body);
  const {
    connection: _connection,
    host: _host,
    "transfer-encoding": _encoding,
    ...headers
  } = request.headers;
  const answer = await ask(target, { method: "POST", headers, body, dispatcher: agent });
  const { connection: _its, "transfer-encoding": _own, "keep-alive": _alive, ...answered } = answer.headers;
  response.writeHead(answer.statusCode, answered);
  answer.body.pipe(response);
}
