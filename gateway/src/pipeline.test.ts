import { connect } from "node:net";
import { ASSERTION, assertionClaims, audienceOf, REQUEST_ID_HEADER } from "@maillon/schema";
import { createLocalJWKSet, jwtVerify } from "jose";
import { openTestGateway } from "./testing/open-test-gateway.ts";
import { openTestSubgraph } from "./testing/open-test-subgraph.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])`;
const people = new Map([
  ["1", "Ada"],
  ["2", "Grace"],
]);

/** Two companies: one names products, the other offers them. */
async function openChain(env: NodeJS.ProcessEnv = {}) {
  const catalogue = await openTestSubgraph(
    "catalogue",
    `${link} scalar Gtin
    type Query { products(gtin: Gtin): [Product!]! }
    type Product @key(fields: "id") { id: ID! name: String! maker(secret: String): String }`,
    {
      Query: {
        products: () => [
          { id: "1", name: "Sensor" },
          { id: "2", name: "Valve" },
        ],
      },
    },
  );
  const orders = await openTestSubgraph(
    "orders",
    `${link}
    type Query { orders: [String!] }
    type Product @key(fields: "id") { id: ID! seller: String }`,
    { Product: { __resolveReference: ({ id }: { id: string }) => ({ id, seller: people.get(id) }) } },
  );
  const gateway = await openTestGateway([catalogue, orders], env);
  return { catalogue, orders, gateway, [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose]() };
}

describe("an operation", () => {
  test("is answered by every company that owns a part of it", async () => {
    await using chain = await openChain();
    const { status, body } = await chain.gateway.ask("{ products { name seller } }");
    expect(status).toBe(200);
    expect(body).toEqual({
      data: {
        products: [
          { name: "Sensor", seller: "Ada" },
          { name: "Valve", seller: "Grace" },
        ],
      },
    });
  });

  test("keeps what one company answers when another cannot be reached", async () => {
    await using chain = await openChain();
    await chain.orders[Symbol.asyncDispose]();
    const { body, headers } = await chain.gateway.ask("{ products { name seller } }");
    expect(body.data).toEqual({
      products: [
        { name: "Sensor", seller: null },
        { name: "Valve", seller: null },
      ],
    });
    expect(body.errors[0].extensions).toEqual({
      code: "UPSTREAM_UNAVAILABLE",
      requestId: headers[REQUEST_ID_HEADER],
    });
  });

  test.each([
    ["an HTTP error with a body", { status: 500, body: `{"errors":[{"message":"CANARY"}]}` }],
    [
      "an error with every extension",
      {
        status: 200,
        body: `{"data":null,"errors":[{"message":"CANARY","extensions":{"code":"CANARY","x":"CANARY"}}]}`,
      },
    ],
    ["text that is not JSON", { status: 200, body: "CANARY" }],
    [
      "the name of an argument",
      {
        status: 200,
        body: `{"errors":[{"message":"CANARY","extensions":{"code":"BAD_USER_INPUT","argument":"CANARY"}}]}`,
      },
    ],
  ])("never shows a client what a company says in %s", async (_title, answer) => {
    await using chain = await openChain();
    chain.orders.answerWith(answer);
    const { body, headers } = await chain.gateway.ask("{ products { name seller } }");
    expect(body.data.products).toHaveLength(2);
    expect(body.errors).toHaveLength(1);
    expect(JSON.stringify([body, headers])).not.toContain("CANARY");
  });

  test("passes on the codes that a company may refuse with, in the gateway's words", async () => {
    await using chain = await openChain();
    const extensions = { code: "CONFLICT", argument: "gtin", secret: "CANARY" };
    chain.orders.answerWith({
      status: 200,
      body: JSON.stringify({ errors: [{ message: "CANARY", extensions }] }),
    });
    const { body } = await chain.gateway.ask("{ products { name seller } }");
    expect(body.errors[0].extensions).toMatchObject({
      code: "CONFLICT",
      argument: "gtin",
    });
    expect(JSON.stringify(body)).not.toContain("CANARY");
  });

  test.each([
    ["GRAPHQL_PARSE_FAILED", "{ products {", {}],
    ["GRAPHQL_VALIDATION_FAILED", "{ nothing }", {}],
    ["GRAPHQL_VALIDATION_FAILED", `{ products(gtin: "4006381333932") { name } }`, {}],
    ["BAD_USER_INPUT", "query ($gtin: Gtin) { products(gtin: $gtin) { name } }", { gtin: "4006381333932" }],
  ])("is refused with %s before any company is asked: %s", async (code, query, variables) => {
    await using chain = await openChain();
    const { body } = await chain.gateway.ask(query, variables);
    expect(body.errors[0].extensions.code).toBe(code);
    expect(chain.catalogue.received).toEqual([]);
  });

  test.each([
    ["query ($gtin: Gtin) { products(gtin: $gtin) { name } }", { gtin: "CANARY" }],
    ["query ($gtin: Gtin) { products(gtin: $gtin) { name } }", { gtin: { address: "CANARY" } }],
    [`{ products(gtin: "CANARY") { name } }`, {}],
    [`{ products(CANARY: 1) { name } }`, {}],
    [`{ products(gtin: "CANARY" `, {}],
  ])("leaves nothing of what it says in the log when it is refused: %s %j", async (query, variables) => {
    await using chain = await openChain({ GATEWAY_LOG_LEVEL: "info" });
    const { body } = await chain.gateway.ask(query, variables);
    const { code, requestId } = body.errors[0].extensions;
    const lines = chain.gateway.logged.filter((line) => line.includes(requestId));
    expect(lines.join("")).toContain(code);
    expect(lines.join("")).not.toContain("CANARY");
  });

  test("with a hundred faults is told of the first five", async () => {
    await using chain = await openChain();
    const faults = Array.from({ length: 100 }, (_, index) => `nothing${index}`);
    const { body } = await chain.gateway.ask(`{ products { ${faults.join(" ")} } }`);
    // The sixth says that there are more.
    expect(body.errors.map(({ message }: { message: string }) => message)).toEqual([
      ...faults.slice(0, 5).map((name) => `Cannot query field "${name}" on type "Product".`),
      "Too many validation errors, error limit reached. Validation aborted.",
    ]);
  });

  test.each(["", "Other"])("is not run under a name that it does not have: %j", async (operationName) => {
    await using chain = await openChain();
    const query = "query Named { products { name } }";
    await chain.gateway.ask(query);
    const response = await chain.gateway.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization: `Bearer ${await chain.gateway.issuer.token()}` },
      payload: { query, operationName },
    });
    expect(response.json().errors[0].extensions.code).toBe("OPERATION_RESOLUTION_FAILURE");
    expect(chain.catalogue.received).toHaveLength(1);
  });

  test("is asked for in whole when a client sends its hash alone", async () => {
    await using chain = await openChain();
    const response = await chain.gateway.app.inject({
      method: "POST",
      url: "/graphql",
      headers: { authorization: `Bearer ${await chain.gateway.issuer.token()}` },
      payload: { extensions: { persistedQuery: { version: 1, sha256Hash: "0".repeat(64) } } },
    });
    expect(response.statusCode).toBe(200);
    expect(response.json().errors[0].extensions.code).toBe("PERSISTED_QUERY_NOT_SUPPORTED");
  });

  test("is told what is wrong with a variable", async () => {
    await using chain = await openChain();
    const query = "query ($gtin: Gtin) { products(gtin: $gtin) { name } }";
    const { body } = await chain.gateway.ask(query, { gtin: "4006381333932" });
    expect(body.errors[0].message).toMatch(/\$gtin.*check digit/);
  });
});

describe("what a subgraph receives", () => {
  test("is a fresh assertion for it alone, which its operator can check with the published keys", async () => {
    await using chain = await openChain();
    await chain.gateway.ask("query Secret { products { name seller } }");
    const jwks = createLocalJWKSet((await chain.gateway.app.inject("/.well-known/jwks.json")).json());
    for (const { name, received } of [chain.catalogue, chain.orders]) {
      const [request] = received;
      const assertion = request?.headers.authorization?.replace("Bearer ", "") ?? "";
      const { payload } = await jwtVerify(assertion, jwks, { typ: ASSERTION.type, algorithms: ["EdDSA"] });
      expect(payload.aud).toBe(audienceOf(name));
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(ASSERTION.maximumLifetime);
      expect(assertionClaims.parse(payload).viewer).toMatchObject({
        organization: chain.gateway.organization,
      });
    }
  });

  test("holds neither the client's token nor the name of its operation", async () => {
    await using chain = await openChain();
    await chain.gateway.ask("query Secret { products { name seller } }");
    for (const { received } of [chain.catalogue, chain.orders]) {
      expect(received).toHaveLength(1);
      expect(JSON.stringify(received)).not.toMatch(/Secret|id\.test|person-1/);
    }
  });

  test("names the same person differently to each operator", async () => {
    await using chain = await openChain();
    await chain.gateway.ask("{ products { name seller } }");
    const subjects = [chain.catalogue, chain.orders].map(({ received }) => {
      const payload = received[0]?.headers.authorization?.split(".")[1] ?? "";
      return JSON.parse(Buffer.from(payload, "base64url").toString()).sub;
    });
    expect(new Set(subjects).size).toBe(2);
  });
});

describe("a request over HTTP", () => {
  const anonymous = { method: "POST", url: "/graphql", payload: { query: "{ products { name } }" } } as const;

  test.each<[string, number, object]>([
    ["UNAUTHENTICATED", 401, anonymous],
    ["TOKEN_INVALID", 401, { ...anonymous, headers: { authorization: "Bearer forged" } }],
    ["NOT_FOUND_HERE", 404, { method: "GET", url: "/graphql?query={products{name}}" }],
  ])("is refused with %s (%d)", async (code, status, request) => {
    await using chain = await openChain();
    const response = await chain.gateway.app.inject(request);
    expect(response.statusCode).toBe(status);
    expect(response.json().errors[0].extensions).toEqual({
      code,
      requestId: response.headers[REQUEST_ID_HEADER],
    });
    expect(chain.catalogue.received).toEqual([]);
  });

  test.each([
    ["REQUEST_TOO_LARGE", "application/json", JSON.stringify({ query: "x".repeat(200_000) })],
    ["UNSUPPORTED_MEDIA_TYPE", "text/plain", "{ products { name } }"],
    ["BAD_REQUEST", "application/json", "{"],
    ["BAD_REQUEST", "application/json", `[{"query":"{ products { name } }"}]`],
  ])("is refused with %s when its body is not what it must be", async (code, type, payload) => {
    await using chain = await openChain();
    const headers = { authorization: `Bearer ${await chain.gateway.issuer.token()}`, "content-type": type };
    const response = await chain.gateway.app.inject({ method: "POST", url: "/graphql", headers, payload });
    expect(response.json().errors[0].extensions.code).toBe(code);
  });

  test("is refused when it names two hosts", async () => {
    await using chain = await openChain();
    const address = new URL(await chain.gateway.app.listen({ port: 0, host: "127.0.0.1" }));
    expect(await rawRequest(address, "GET /health HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")).toContain(
      "400 Bad Request",
    );
  });

  test("from a page of another origin is not readable there unless the operator lists the origin", async () => {
    await using chain = await openChain({ GATEWAY_CORS_ORIGINS: "https://shop.test" });
    const preflight = (origin: string) =>
      chain.gateway.app.inject({
        method: "OPTIONS",
        url: "/graphql",
        headers: { origin, "access-control-request-method": "POST" },
      });
    expect((await preflight("https://shop.test")).headers["access-control-allow-origin"]).toBe(
      "https://shop.test",
    );
    expect((await preflight("https://evil.test")).headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("the gateway's state", () => {
  test("is alive, ready and counted without a token", async () => {
    await using chain = await openChain();
    await chain.gateway.ask("{ products { name seller } }");
    expect((await chain.gateway.app.inject("/health")).json()).toEqual({ status: "alive" });
    const ready = await chain.gateway.app.inject("/ready");
    expect([ready.statusCode, ready.json()]).toEqual([200, { status: "ready", followsLedger: false }]);
    const metrics = (await chain.gateway.app.inject("/metrics")).body;
    expect(metrics).toContain(`maillon_subgraph_requests_total{subgraph="orders",outcome="ok"} 1`);
    expect(metrics).toContain("maillon_agreements_known 0\n");
  });

  test.each([
    ["another machine", "192.0.2.1", {}],
    ["another machine behind a proxy on this one", "127.0.0.1", { "x-forwarded-for": "192.0.2.1" }],
  ])("is not counted for %s without the token of the operator", async (_, remoteAddress, forwarded) => {
    await using chain = await openChain({ GATEWAY_METRICS_TOKEN: "0123456789abcdef" });
    const from = (headers: Record<string, string>) =>
      chain.gateway.app.inject({ url: "/metrics", remoteAddress, headers: { ...forwarded, ...headers } });
    expect((await from({})).statusCode).toBe(401);
    expect((await from({ authorization: "Bearer 0123456789abcdef" })).statusCode).toBe(200);
  });

  test("shows a person a page that asks nothing of anyone else", async () => {
    await using chain = await openChain();
    const page = await chain.gateway.app.inject("/");
    expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(page.body).toContain("POST /graphql");
    expect(page.body).not.toMatch(/(src|href)="(https?:)?\/\//);
  });
});

async function rawRequest(address: URL, text: string): Promise<string> {
  const socket = connect(Number(address.port), address.hostname);
  socket.end(text);
  const chunks: Buffer[] = [];
  for await (const chunk of socket) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
