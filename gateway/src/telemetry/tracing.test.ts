import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;

interface CollectedSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly status: { readonly code?: number };
  readonly attributes: readonly { readonly key: string; readonly value: Readonly<Record<string, unknown>> }[];
}

/** A collector of traces, over real HTTP. */
async function openCollector() {
  const received: string[] = [];
  const server = createServer(async (request, response) => {
    received.push(`${request.url} ${await text(request)}`);
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    spans: () =>
      received.flatMap((each) => {
        const body = JSON.parse(each.slice(each.indexOf(" "))) as {
          resourceSpans: { scopeSpans: { spans: CollectedSpan[] }[] }[];
        };
        return body.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans));
      }),
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function openChain(env: NodeJS.ProcessEnv) {
  const catalogue = await openTestSubgraph(
    "catalogue",
    `${link} type Query { products(name: String): [Product!]! } type Product @key(fields: "id") { id: ID! name: String }`,
    { Query: { products: () => ["1", "2", "3"].map((id) => ({ id: `CANARY-${id}`, name: "CANARY" })) } },
  );
  const orders = await openTestSubgraph(
    "orders",
    `${link} type Product @key(fields: "id") { id: ID! sold: Int }`,
    { Product: { __resolveReference: ({ id }: { id: string }) => ({ id, sold: 4 }) } },
  );
  const gateway = await openTestGateway([catalogue, orders], env);
  return { catalogue, orders, gateway, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

const CLIENT_TRACE = "0af7651916cd43dd8448eb211c80319c";

/** Asks as a client that traces. */
async function ask({ gateway }: Awaited<ReturnType<typeof openChain>>, query: string) {
  const token = await gateway.issuer.token({ roles: ["buying"], organization: gateway.organization });
  const response = await gateway.app.inject({
    method: "POST",
    url: "/graphql",
    headers: { authorization: `Bearer ${token}`, traceparent: `00-${CLIENT_TRACE}-b7ad6b7169203331-01` },
    payload: { query, variables: { name: "CANARY" } },
  });
  return { token, status: response.statusCode };
}

const QUERY = "query CANARY($name: String) { products(name: $name) { CANARY: name sold } }";

function attributesOf({ attributes }: CollectedSpan): Record<string, unknown> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]));
}

describe("a gateway with a collector of traces", () => {
  test("sends a span of each request, in the client's trace, and below it one of each fetch with its facts", async () => {
    await using collector = await openCollector();
    await using chain = await openChain({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    await ask(chain, QUERY);
    await chain.gateway.stop();
    const spans = collector.spans();
    const root = spans.find(({ name }) => name === "POST /graphql");
    expect(root).toMatchObject({ traceId: CLIENT_TRACE, parentSpanId: "b7ad6b7169203331" });
    const fetches = spans.filter(({ parentSpanId }) => parentSpanId === root?.spanId);
    expect(fetches.map(({ name }) => name).toSorted()).toEqual(["ask catalogue", "ask orders"]);
    const facts = fetches.filter(({ name }) => name === "ask orders").map(attributesOf);
    expect(facts[0]).toMatchObject({
      "maillon.subgraph": "orders",
      "maillon.operation": "query",
      "maillon.outcome": "ok",
      "maillon.entities": 3,
    });
  });

  test("tells it nothing of what was asked, answered or by whom", async () => {
    await using collector = await openCollector();
    await using chain = await openChain({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    chain.orders.answerWith({ status: 500, body: "CANARY" });
    const { token } = await ask(chain, QUERY);
    await chain.gateway.stop();
    const sent = collector.received.join("\n");
    expect(sent).toContain("UPSTREAM_UNAVAILABLE");
    expect(sent).not.toMatch(/CANARY|products/);
    expect(sent).not.toContain(token);
  });

  test("gives each partner a trace of its own, from which it learns nothing of the client's", async () => {
    await using collector = await openCollector();
    await using chain = await openChain({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint });
    await ask(chain, QUERY);
    const [catalogue, orders] = [chain.catalogue, chain.orders].map(({ received }) =>
      String(received[0]?.headers["traceparent"]),
    );
    expect(catalogue).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    const traces = [CLIENT_TRACE, catalogue?.split("-")[1], orders?.split("-")[1]];
    expect(new Set(traces).size).toBe(3);
    await chain.gateway.stop();
    const known = collector.spans().map((span) => attributesOf(span)["maillon.partner.trace"]);
    expect(known).toEqual(expect.arrayContaining(traces.slice(1)));
  });
});

test("a gateway without a collector hands no trace on", async () => {
  await using chain = await openChain({});
  await ask(chain, QUERY);
  expect(chain.catalogue.received[0]?.headers["traceparent"]).toBeUndefined();
});
