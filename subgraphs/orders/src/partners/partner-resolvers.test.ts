import type { ExchangeFile } from "@maillon/schema/exchange";
import { company, consumer, idOf, openOrders } from "../testing/open-orders.ts";
import { CHAIN, offerRecord, orderRecord } from "../testing/records.ts";

interface OrderPage {
  readonly nodes: readonly { number: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const ENTITIES = (selection: string) =>
  `query ($r: [_Any!]!) { _entities(representations: $r) { ${selection} } }`;

const reference = (typename: string, file: ExchangeFile, key: string) => ({
  __typename: typename,
  id: idOf(file, key),
});

describe("the orders of another company's object", () => {
  test("are those to which the viewer is a party, with one statement for each list", async () => {
    await using orders = await openOrders({
      orders: [
        ...CHAIN,
        orderRecord({ key: "framed", seller: "integra", buyer: "nantes", agreement: "frame" }),
      ],
    });
    const selection = `
      ... on Organization { ordersAsBuyer { nodes { number } } ordersAsSeller { nodes { number } } }
      ... on Customer { orders { nodes { number } } }
      ... on Agreement { framed: orders { nodes { number } } }`;
    const r = [
      reference("Organization", "companies", "boulange"),
      reference("Organization", "companies", "rivalis"),
      reference("Organization", "companies", "fabrica"),
      reference("Customer", "customers", "boulange"),
      reference("Agreement", "agreements", "frame"),
    ];
    const { data, errors } = await orders.ask(company("integra"), ENTITIES(selection), { r });
    expect(errors).toBeUndefined();
    const sorted = (list: { nodes: { number: string }[] } | undefined) =>
      list?.nodes.map(({ number }) => number).toSorted();
    const entities = (data as { _entities: Record<string, { nodes: { number: string }[] }>[] })._entities;
    expect(entities.map((each) => sorted(each["ordersAsBuyer"]))).toEqual([
      ["N-b2b", "N-resold", "N-through"],
      [],
      [],
      undefined,
      undefined,
    ]);
    expect(entities.map((each) => sorted(each["ordersAsSeller"])).slice(0, 3)).toEqual([
      [],
      [],
      ["N-through"],
    ]);
    expect(sorted(entities[3]?.["orders"])).toEqual(["N-b2b"]);
    expect(sorted(entities[4]?.["framed"])).toEqual(["N-framed"]);
    expect(orders.statements).toHaveLength(4);
  });

  test("do not tell who brought in a consumer which orders are hers", async () => {
    await using orders = await openOrders({ orders: CHAIN });
    const r = [reference("Customer", "customers", "claire")];
    const query = ENTITIES(
      "... on Customer { orders { nodes { number } pageInfo { hasNextPage endCursor } } }",
    );
    const nobody = { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    expect(await orders.ask(company("integra"), query, { r })).toEqual({
      data: { _entities: [{ orders: nobody }] },
    });
    for (const viewer of [company("vega"), company("fabrica"), consumer("claire")]) {
      const { data } = await orders.ask(viewer, query, { r });
      expect(data).toMatchObject({ _entities: [{ orders: { nodes: [{ number: "N-branded" }] } }] });
    }
  });

  test("come in pages, each owner her own", async () => {
    const many = Array.from({ length: 5 }, (_, place) =>
      orderRecord({
        key: `${place}`,
        seller: "integra",
        buyer: "boulange",
        placedAt: `2026-03-0${1 + (place % 2)}T00:00:00Z`,
      }),
    );
    await using orders = await openOrders({
      orders: [...many, orderRecord({ key: "n", seller: "integra", buyer: "nantes" })],
    });
    const query = `query ($r: [_Any!]!, $after: String) { _entities(representations: $r) { ... on Organization {
      ordersAsBuyer(first: 2, after: $after) { nodes { number } pageInfo { hasNextPage endCursor } } } } }`;
    const ask = async (names: string[], after: string | null) => {
      const r = names.map((name) => reference("Organization", "companies", name));
      const { data } = await orders.ask(company("integra"), query, { r, after });
      const entities = (data as { _entities: { ordersAsBuyer: OrderPage }[] })._entities;
      return entities.map((each) => each.ordersAsBuyer);
    };
    const [first, other] = await ask(["boulange", "nantes"], null);
    expect([first?.nodes.length, other?.nodes.length, other?.pageInfo.hasNextPage]).toEqual([2, 1, false]);
    const [second] = await ask(["boulange"], first?.pageInfo.endCursor ?? null);
    const [third] = await ask(["boulange"], second?.pageInfo.endCursor ?? null);
    expect(third?.pageInfo.hasNextPage).toBe(false);
    const numbers = [first, second, third].flatMap((page) => page?.nodes.map(({ number }) => number) ?? []);
    expect(numbers.toSorted()).toEqual(["N-0", "N-1", "N-2", "N-3", "N-4"]);
    expect(numbers.slice(0, 2).toSorted()).toEqual(["N-1", "N-3"]);
  });

  test.each([
    ["first: 0", "first"],
    ["first: 101", "first"],
    ['after: "WyJhIl0"', "after"],
  ])("are refused for %s", async (page, argument) => {
    await using orders = await openOrders();
    const r = [reference("Organization", "companies", "boulange")];
    const query = ENTITIES(`... on Organization { ordersAsBuyer(${page}) { nodes { id } } }`);
    const { errors } = await orders.ask(company("integra"), query, { r });
    expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument } }]);
  });
});

describe("the offers of a product", () => {
  test.each([
    ["its seller all companies", company("integra"), ["boulange", "nantes"]],
    ["one of them only itself", company("nantes"), ["nantes"]],
  ])("tell %s that they are made to", async (_, viewer, told) => {
    const audience = ["boulange", "nantes"];
    const offers = [offerRecord({ key: "a", seller: "integra", product: "t100", audience })];
    await using orders = await openOrders({ offers });
    const r = [reference("Product", "products", "t100")];
    const query = ENTITIES("... on Product { offers { published offeredTo { id } } }");
    const { data } = await orders.ask(viewer, query, { r });
    const offeredTo = told.map((name) => ({ id: idOf("companies", name) }));
    expect(data).toEqual({ _entities: [{ offers: [{ published: false, offeredTo }] }] });
  });

  test.each([
    ["its seller", company("integra"), ["for boulange", "published"]],
    ["a company it is made to", company("boulange"), ["for boulange", "published"]],
    ["any other company", company("rivalis"), ["published"]],
    ["a consumer", consumer("claire"), ["published"]],
  ])("are those that %s may see, with one statement", async (_, viewer, expected) => {
    const offers = [
      offerRecord({ key: "published", seller: "integra", product: "t100" }),
      offerRecord({ key: "for boulange", seller: "integra", product: "t100", audience: ["boulange"] }),
      offerRecord({ key: "other", seller: "integra", product: "v7", audience: ["nantes"] }),
    ];
    await using orders = await openOrders({ offers });
    const keys = new Map(offers.map(({ key }) => [idOf("offers", key), key]));
    const r = ["t100", "nothing"].map((key) => reference("Product", "products", key));
    const query = ENTITIES(
      "... on Product { offers { id seller { id } price { amount currencyCode } unit } }",
    );
    const { data, errors } = await orders.ask(viewer, query, { r });
    expect(errors).toBeUndefined();
    const [first, second] = (data as { _entities: { offers: { id: string }[] }[] })._entities;
    expect(first?.offers.map(({ id }) => keys.get(id)).toSorted()).toEqual(expected);
    expect(first?.offers[0]).toMatchObject({
      seller: { id: idOf("companies", "integra") },
      price: { amount: "139.00", currencyCode: "EUR" },
      unit: "C62",
    });
    expect(second?.offers).toEqual([]);
    expect(orders.statements).toHaveLength(1);
  });
});
