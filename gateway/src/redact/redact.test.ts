import type { Ledger } from "@maillon/schema/policy";
import { type CompanyName, company, ledgerWith, sharing } from "@maillon/schema/testing";
import { openVisibleChain } from "../testing/visible-chain.ts";

const shared = ledgerWith({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS")],
  },
});

interface CodedError {
  readonly extensions: { readonly code: string };
}

describe("an answer", () => {
  test.each<[viewer: CompanyName, orders: object[]]>([
    ["integra", [{ id: "1", total: 100, cost: 60, product: { name: "name of product-1" } }]],
    ["boulange", [{ id: "1", total: 100, cost: null, product: null }]],
    ["rivalis", [{ id: "2", total: 100, cost: 60, product: { name: "name of product-2" } }]],
    ["nantes", [{ id: "2", total: 100, cost: null, product: null }]],
    ["fabrica", [{ id: "1", total: null, cost: null, product: null }]],
    ["etrangere", []],
  ])("holds for %s what the agreements let it see", async (viewer, orders) => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask(viewer, "{ orders { id total cost product { name } } }");
    expect(body.data).toEqual({ orders });
  });

  test.each([
    ["an alias", "{ orders { cost: total } }", { orders: [{ cost: null }] }],
    ["a fragment", "{ orders { ...F } } fragment F on Order { total }", { orders: [{ total: null }] }],
    [
      "an interface",
      "{ documents { ...F } } fragment F on Document { total }",
      { documents: [{ total: null }, { total: 7 }] },
    ],
    [
      "an inline fragment on the interface",
      "{ documents { ... on Document { x: total } ... on Order { x: total } } }",
      { documents: [{ x: null }, { x: 7 }] },
    ],
    [
      "@include with a default",
      "query ($all: Boolean = true) { orders { total @include(if: $all) } }",
      { orders: [{ total: null }] },
    ],
    [
      "__typename only",
      "{ documents { __typename } }",
      { documents: [{ __typename: "Order" }, { __typename: "Note" }] },
    ],
  ])("keeps a field back that is reached through %s", async (_how, query, data) => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("fabrica", query);
    expect(body.data).toEqual(data);
  });

  test("holds nothing that was only asked for to decide", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("boulange", "{ orders { total } }");
    expect(JSON.stringify(body)).not.toContain(company("integra"));
    expect(chain.orders.received[0]?.query).toContain("seller{id}");
  });

  test.each([
    ["nowhere that the schema tells it", "{ orders { total } }", false],
    ["on the way to other objects", "{ orders { product { name } } }", true],
    ["where there may be others", "{ documents { total } }", true],
  ])("is decided by the type of its objects, asked for %s", async (_where, query, asked) => {
    await using chain = await openVisibleChain(shared);
    await chain.ask("integra", query);
    expect(/orders\{__typename|documents\{__typename/.test(chain.orders.received[0]?.query ?? "")).toBe(
      asked,
    );
  });

  test("says why a field is refused, how often, and where", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("fabrica", "{ sold: orders { sum: total } }");
    expect(body.extensions.visibility).toEqual([
      {
        coordinate: "Order.total",
        class: "TRADE_AMOUNT",
        effect: "DENIED",
        rule: "F1-trade-amount",
        reason: expect.stringMatching(/\w/),
        missing: [],
        count: 1,
        paths: [["sold", 0, "sum"]],
      },
    ]);
  });

  test("says nothing of what is hidden, as if there were nothing", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("etrangere", "{ orders { id total } }");
    expect(body).toEqual({ data: { orders: [] } });
  });

  test("is not what a privileged viewer saw before, nor what the viewer saw before a revocation", async () => {
    let ledger: Ledger = shared;
    await using chain = await openVisibleChain(() => ledger);
    const seen = async (viewer: CompanyName) =>
      (await chain.ask(viewer, "{ orders { id cost } }")).body.data.orders;
    expect(await seen("integra")).toEqual([{ id: "1", cost: 60 }]);
    expect(await seen("fabrica")).toEqual([{ id: "1", cost: null }]);
    ledger = { ...ledgerWith(), sequence: 2 };
    expect(await seen("fabrica")).toEqual([]);
  });

  test("holds what is public and nothing else while no ledger is fresh", async () => {
    await using chain = await openVisibleChain(() => undefined);
    const { body } = await chain.ask("integra", "{ orders { id } documents { ... on Note { id } } }");
    expect(body.data).toEqual({ orders: [], documents: [{ id: "3" }] });
  });

  test("says that agreements are unknown if it lacks anything for that, and else does not", async () => {
    let ledger: Ledger | undefined;
    await using chain = await openVisibleChain(() => ledger);
    chain.orders.answerWith({ status: 200, body: `{"data":{"orders":[],"documents":[]}}` });
    const codes = async (query: string) => {
      const { body } = await chain.ask("integra", query);
      return (body.errors ?? []).map(({ extensions }: CodedError) => extensions.code);
    };
    const [withheld, open] = ["{ orders { id } }", "{ documents { ... on Note { id } } }"];
    expect(await codes(withheld)).toEqual(["AGREEMENTS_UNKNOWN"]);
    expect(await codes(open)).toEqual([]);
    ledger = shared;
    expect(await codes(withheld)).toEqual([]);
  });

  test.each<[what: string, fact: unknown]>([
    ["missing", undefined],
    ["null", null],
    ["an object without its id", {}],
    ["a list with a hole", [{ id: company("boulange") }, null]],
  ])("shows no field whose facts are %s", async (_what, fact) => {
    await using chain = await openVisibleChain(shared);
    const order = { __typename: "Order", id: "1", total: 100, seller: fact, buyer: fact };
    chain.orders.answerWith({ status: 200, body: JSON.stringify({ data: { orders: [order] } }) });
    const { body } = await chain.ask("boulange", "{ orders { total } }");
    expect(body.data).toEqual({ orders: [] });
  });
});

test("a field without a class needs those of its type", async () => {
  await using chain = await openVisibleChain(shared);
  const { body } = await chain.ask("boulange", "{ orders { state } }");
  expect(body.data).toEqual({ orders: [{ state: "OPEN" }] });
});

describe("a subgraph", () => {
  test("is never sent the id of what the viewer may not know", async () => {
    await using chain = await openVisibleChain(shared);
    await chain.ask("boulange", "{ orders { product { name } } }");
    expect(chain.catalogue.received).toEqual([]);
    await chain.ask("integra", "{ orders { product { name } } }");
    expect(chain.catalogue.received.map(({ variables }) => variables)).toEqual([
      { _mxr0: [{ __typename: "Product", id: "product-1" }] },
    ]);
  });

  test.each([
    ["query", "{ margins { id } }", { margins: null }],
    ["mutation", "mutation { raise(by: 1) { id } }", { raise: null }],
  ])("is never sent a %s that the viewer may ask of no object", async (_kind, query, data) => {
    await using chain = await openVisibleChain(() => undefined);
    const { body } = await chain.ask("integra", query);
    expect(body).toMatchObject({ data, errors: [{ extensions: { code: "AGREEMENTS_UNKNOWN" } }] });
    expect(chain.orders.received).toEqual([]);
  });

  test("is never asked for a field of an unknown class, which stays closed", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("integra", "{ orders { id note } }");
    expect(body.data).toEqual({ orders: [{ id: "1", note: null }] });
    expect(chain.orders.received[0]?.query).not.toContain("note");
  });
});

describe("the schema that clients read", () => {
  test("names neither classes nor the directives that declare them", async () => {
    await using chain = await openVisibleChain(shared);
    const query = "{ __schema { directives { name } types { name fields { name description } } } }";
    const { body } = await chain.ask("etrangere", query);
    expect(JSON.stringify(body)).not.toMatch(/parties|visible|TRADE_AMOUNT/);
  });

  test("is not suggested to whoever misspells a field", async () => {
    await using chain = await openVisibleChain(shared);
    const { body } = await chain.ask("etrangere", "{ orders { totl } }");
    expect(body.errors[0].extensions.code).toBe("GRAPHQL_VALIDATION_FAILED");
    expect(JSON.stringify(body)).not.toContain("total");
  });
});
