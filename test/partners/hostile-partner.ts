import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { json } from "node:stream/consumers";
import type { AnswerSubgraph } from "../composition/subgraph-of-world.ts";

/** A request for which a partner may have planned something else than the truth. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** What an honest partner would answer. */
  readonly honest: { readonly data: Record<string, unknown> };
}

/** Answers instead of the honest partner. */
export type Misbehave = (exchange: Exchange) => void | Promise<void>;

/** A partner's subgraph over real HTTP, honest until it is told otherwise. */
export interface HostilePartner {
  readonly url: string;
  /** How many requests it received since it last changed its behaviour. */
  readonly received: () => number;
  readonly behave: (misbehave: Misbehave | undefined) => void;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Opens a partner that would honestly answer as `answer` does. */
export async function openHostilePartner(answer: AnswerSubgraph): Promise<HostilePartner> {
  let misbehave: Misbehave | undefined;
  let received = 0;
  const server = createServer(async (request, response) => {
    received += 1;
    const { query, variables } = (await json(request)) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const honest = (await answer(query, variables)) as Exchange["honest"];
    if (misbehave) await misbehave({ request, response, honest });
    else answerJson(response, honest);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    received: () => received,
    behave(next) {
      received = 0;
      misbehave = next;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

/** Answers JSON text or a value, as a well-behaved server would send it. */
export function answerJson(response: ServerResponse, body: unknown, status = 200): void {
  response
    .writeHead(status, { "content-type": "application/json" })
    .end(typeof body === "string" ? body : JSON.stringify(body));
}
