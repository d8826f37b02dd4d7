import { getIntrospectionQuery } from "graphql";
import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

const SANDBOX = "https://studio.apollographql.com";

/** A gateway as other tools meet it. */
async function openGateway(env: NodeJS.ProcessEnv = {}) {
  const subgraph = await openTestSubgraph("catalogue", "type Query { products: [String!] }", {
    Query: { products: () => ["Sensor"] },
  });
  return openTestGateway([subgraph], env);
}

describe("a page of another origin", () => {
  const preflight = (origin: string) => ({
    method: "OPTIONS" as const,
    url: "/graphql",
    headers: {
      origin,
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type",
    },
  });

  test("may ask with a token when the operator has named its origin", async () => {
    await using gateway = await openGateway({ GATEWAY_CORS_ORIGINS: SANDBOX });
    const { headers } = await gateway.app.inject(preflight(SANDBOX));
    expect(headers["access-control-allow-origin"]).toBe(SANDBOX);
    expect(headers["access-control-allow-headers"]).toBe("authorization,content-type");
    expect(headers["access-control-allow-credentials"]).toBeUndefined();
  });

  test.each([
    ["of an origin that is not named", "https://evil.example"],
    ["of an origin that only begins like a named one", `${SANDBOX}.evil.example`],
    ["of no origin at all", "null"],
  ])("may not when it is %s", async (_title, origin) => {
    await using gateway = await openGateway({ GATEWAY_CORS_ORIGINS: SANDBOX });
    const { headers } = await gateway.app.inject(preflight(origin));
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  test("may not unless the operator names any", async () => {
    await using gateway = await openGateway();
    const { headers } = await gateway.app.inject(preflight(SANDBOX));
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });
});

describe("introspection", () => {
  const query = getIntrospectionQuery();

  test("answers every viewer unless the operator names companies", async () => {
    await using gateway = await openGateway();
    const { body } = await gateway.ask(query);
    expect(body.data.__schema.queryType.name).toBe("Query");
  });

  test.each([
    ["the schema", query],
    ["one type", `{ __type(name: "Query") { name } }`],
    ["one type under another name", `{ x: __type(name: "Query") { name } }`],
    ["the schema in a fragment", "{ ...F } fragment F on Query { __schema { queryType { name } } }"],
    ["the schema beside data", "{ products __schema { queryType { name } } }"],
  ])("answers only companies that the operator names, when asked for %s", async (_title, question) => {
    await using gateway = await openGateway({ GATEWAY_INTROSPECTION_ORGANIZATIONS: "org_conforma_other" });
    const { body } = await gateway.ask(question);
    expect(body.errors[0].extensions.code).toBe("FORBIDDEN");
    expect(body.data?.__schema ?? body.data?.__type ?? body.data?.x).toBeUndefined();
  });

  test("leaves the names of types in answers to everybody", async () => {
    await using gateway = await openGateway({ GATEWAY_INTROSPECTION_ORGANIZATIONS: "org_conforma_other" });
    const { body } = await gateway.ask("{ __typename products }");
    expect(body.data).toEqual({ __typename: "Query", products: ["Sensor"] });
  });

  test.each([
    ["everybody", {}, 200],
    ["only the companies that the operator names", { GATEWAY_INTROSPECTION_ORGANIZATIONS: "x" }, 403],
  ])("through the studio's schema is for %s", async (_title, env, status) => {
    await using gateway = await openGateway(env);
    const claims = { roles: ["buying"], organization: gateway.organization };
    const authorization = `Bearer ${await gateway.issuer.token(claims)}`;
    const response = await gateway.app.inject({ url: "/studio/schema", headers: { authorization } });
    expect(response.statusCode).toBe(status);
  });

  test("through the studio's schema needs a token", async () => {
    await using gateway = await openGateway();
    expect((await gateway.app.inject({ url: "/studio/schema" })).statusCode).toBe(401);
  });
});
