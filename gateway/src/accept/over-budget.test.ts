import { openTestGateway } from "../testing/open-test-gateway.ts";
import { openTestSubgraph } from "../testing/open-test-subgraph.ts";

const [FIRST, SECOND] = ["org_conforma_first", "org_conforma_second"];

/** A gateway over one subgraph, asked for two companies; each may ask for so many fields in a second. */
async function openGateway(budget?: string) {
  const catalogue = await openTestSubgraph(
    "catalogue",
    "type Query { products: [Product!]! } type Product { id: ID! name: String! }",
    { Query: { products: () => [{ id: "1", name: "Sensor" }] } },
  );
  const env = budget === undefined ? {} : { GATEWAY_COMPANY_BUDGET: budget };
  const companies = [FIRST, SECOND];
  const gateway = await openTestGateway([catalogue], env, { agreements: () => undefined, companies });
  return {
    catalogue,
    ask: gateway.askAs,
    async readSchema() {
      const claims = { roles: ["buying"], organization: FIRST };
      const authorization = `Bearer ${await gateway.issuer.token(claims)}`;
      return gateway.app.inject({ url: "/studio/schema", headers: { authorization } });
    },
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}

const CONDITIONAL = "query($all: Boolean!) { products { id name @include(if: $all) } }";

describe("a company that asks for more than its budget", () => {
  test("is told when to ask again, and no subgraph hears of it", async () => {
    await using gateway = await openGateway("1");
    expect((await gateway.ask(FIRST, "{ products { name } }")).status).toBe(200);
    const asked = gateway.catalogue.received.length;
    const { status, headers, body } = await gateway.ask(FIRST, "{ products { name } }");
    expect(status).toBe(429);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(body.errors[0].extensions.code).toBe("BUDGET_EXCEEDED");
    expect(gateway.catalogue.received).toHaveLength(asked);
  });

  test("is not given the schema either", async () => {
    await using gateway = await openGateway("1");
    expect((await gateway.ask(FIRST, "{ products { name } }")).status).toBe(200);
    const { statusCode, headers } = await gateway.readSchema();
    expect(statusCode).toBe(429);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  });
});

describe("the planning of an operation", () => {
  // A thousand fields can be saved: enough for all these questions, and for planning none of them.
  test.each([
    ["that is new", "{ products { name id } }", {}],
    ["that is known with other conditions", CONDITIONAL, { all: false }],
    ["that is known under another name", CONDITIONAL.replace("query", "query Named"), { all: true }],
  ])("%s is paid by the company that asks first, and a known plan by nobody", async (...[, query, given]) => {
    await using gateway = await openGateway("100");
    const known = async (company: string) => (await gateway.ask(company, CONDITIONAL, { all: true })).status;
    expect(await known(FIRST)).toBe(200);
    for (let time = 0; time < 5; time += 1) expect(await known(SECOND)).toBe(200);
    expect((await gateway.ask(SECOND, query, given)).status).toBe(200);
    expect(await known(SECOND)).toBe(429);
  });

  test("is never felt by a front end that asks 300 different questions when it starts", async () => {
    await using gateway = await openGateway();
    for (let page = 0; page < 300; page += 1)
      expect((await gateway.ask(FIRST, `query Page${page} { products { name id } }`)).status).toBe(200);
  });
});
