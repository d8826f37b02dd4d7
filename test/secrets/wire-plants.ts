import type { SubgraphCall } from "./chain/recording-proxy.ts";
import type { Wire } from "./received-canaries.ts";

/** Sends a subgraph something else in the body of every call. */
const inBody =
  (more: (...asked: Parameters<Wire>) => object): Wire =>
  (overheard, question) =>
    overheard.calls.map((call) => ({
      ...call,
      body: JSON.stringify({ ...bodyOf(call), ...more(overheard, question) }),
    }));

const bodyOf = ({ body }: SubgraphCall) => JSON.parse(body) as object;

/** Ways in which a gateway could tell one company what it learned from another. */
export const WIRE_PLANTS: Readonly<Record<string, Wire>> = {
  "what was answered before, as the value of a requirement": inBody(({ body }) => ({
    variables: {
      representations: [{ __typename: "Order", id: "ord_integra_x", required: JSON.parse(body) as object }],
    },
  })),
  "a token that carries it": ({ calls, body }) =>
    calls.map((call) => ({
      ...call,
      headers: { ...call.headers, baggage: `seen=${Buffer.from(body).toString("base64url")}` },
    })),
};
