import type { Viewer } from "@maillon/schema";
import { assortment, at, claire, openCatalogue, product } from "../testing/example-chain.ts";

const viewers: [string, Viewer][] = [
  ["a buyer", at("integra")],
  ["a rival", at("rivalis")],
  ["another manufacturer", at("rohstoff", "catalogue", "pricing")],
  ["a company that nobody knows", at("etrangere")],
  ["a consumer", claire],
];

const namesOf = (data: unknown) =>
  (data as { products: { nodes: { name: string }[] } }).products.nodes.map(({ name }) => name);

describe("the list of products", () => {
  test.each(viewers)("shows %s what is on sale", async (_, viewer) => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(viewer, "{ products { nodes { name } } }");
    expect(namesOf(data)).toEqual(["Humidity sensor", "Valve"]);
  });

  test("shows the manufacturer its drafts and what it withdrew, too", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(at("fabrica"), "{ products { nodes { name } } }");
    expect(namesOf(data)).toEqual(["Draft", "Humidity sensor", "Old sensor", "Valve"]);
  });

  test.each([
    ['search: "sensor"', ["Humidity sensor"]],
    ['search: "SENSOR humid"', ["Humidity sensor"]],
    ['search: "pipes"', ["Valve"]],
    ['search: "VALVE pipes"', ["Valve"]],
    ['search: "100%"', ["Valve"]],
    ['search: "%"', ["Valve"]],
    ['search: "humidity_sensor"', []],
    ['search: "draft"', []],
    ['search: "41.2015"', []],
    ['search: " "', ["Humidity sensor", "Valve"]],
    ['category: "sensors"', ["Humidity sensor"]],
    ['category: "devices"', ["Humidity sensor"]],
    ['category: "none"', []],
    ['category: "sensors", search: "valve"', []],
    ["first: 1", ["Humidity sensor"]],
  ])("with %s has %j", async (args, names) => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(at("integra"), `{ products(${args}) { nodes { name } } }`);
    expect(namesOf(data)).toEqual(names);
  });

  test("is refused for more than ten words, of which each is looked for in every product", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const named = (words: number) =>
      `{ products(search: "${Array.from({ length: words }, (_, word) => `w${word} w${word}`).join(" ")}") { nodes { name } } }`;
    const [ten, eleven] = [
      await catalogue.ask(at("integra"), named(10)),
      await catalogue.ask(at("integra"), named(11)),
    ];
    expect(ten.errors).toBeUndefined();
    expect(eleven.errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "search" } }]);
  });

  test("goes on where the page before ended, also among equal names", async () => {
    const products = Array.from({ length: 5 }, (_, index) => product(`p${index}`, { name: "Bolt" }));
    await using catalogue = await openCatalogue(products);
    const query =
      "query ($after: String) { products(first: 2, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } }";
    const pages: unknown[] = [];
    let after: unknown = null;
    for (let page = 0; page < 3; page += 1) {
      const { data } = await catalogue.ask(at("integra"), query, { after });
      const { nodes, pageInfo } = (
        data as { products: { nodes: unknown; pageInfo: Record<string, unknown> } }
      ).products;
      pages.push([nodes, pageInfo["hasNextPage"]]);
      after = pageInfo["endCursor"];
    }
    expect(pages).toEqual([
      [[{ id: "p0" }, { id: "p1" }], true],
      [[{ id: "p2" }, { id: "p3" }], true],
      [[{ id: "p4" }], false],
    ]);
  });
});

describe("a product", () => {
  test("is described to everybody", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(
      claire,
      `{ product(id: "sensor") { sku name kind status unit manufacturer { id } updatedAt
        category { name gpcBrick parent { name parent { name } } } recommendedRetailPrice { amount currencyCode } } }`,
    );
    expect(data).toEqual({
      product: {
        sku: "SENSOR",
        name: "Humidity sensor",
        kind: "FINISHED_GOOD",
        status: "ACTIVE",
        unit: "C62",
        manufacturer: { id: "fabrica" },
        updatedAt: "2026-01-01T00:00:00.000Z",
        category: { name: "Sensors", gpcBrick: "10005844", parent: { name: "Devices", parent: null } },
        recommendedRetailPrice: { amount: "129.90", currencyCode: "EUR" },
      },
    });
  });

  test.each([
    ['gtin: "4006381333931"', at("integra"), { id: "valve" }],
    ['sku: "VALVE"', at("fabrica"), { id: "valve" }],
    ['sku: "VALVE"', at("integra"), null],
    ['id: "old"', at("integra"), { id: "old" }],
    ['id: "draft"', at("fabrica"), { id: "draft" }],
    ['id: "draft"', at("integra"), null],
    ['id: "none"', at("integra"), null],
  ])("named by %s is found or not", async (args, viewer, expected) => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(viewer, `{ product(${args}) { id } }`);
    expect(data).toEqual({ product: expected });
  });

  test.each(["{ product { id } }", '{ product(id: "a", sku: "b") { id } }'])(
    "must be named once: %s",
    async (query) => {
      await using catalogue = await openCatalogue();
      const { errors } = await catalogue.ask(at("integra"), query);
      expect(errors).toMatchObject([{ extensions: { code: "BAD_USER_INPUT", argument: "id" } }]);
    },
  );

  test("tells its cost to its manufacturer", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const { data } = await catalogue.ask(
      at("fabrica"),
      '{ product(id: "sensor") { unitCost { amount currencyCode } } }',
    );
    expect(data).toEqual({ product: { unitCost: { amount: "41.2015", currencyCode: "EUR" } } });
  });

  test.each(viewers)("does not tell its cost to %s, be it hidden or not stated", async (_, viewer) => {
    await using catalogue = await openCatalogue(...assortment());
    const query =
      '{ hidden: product(id: "sensor") { unitCost { amount } } none: product(id: "valve") { unitCost { amount } } }';
    await expect(catalogue.ask(viewer, query)).resolves.toEqual({
      data: { hidden: { unitCost: null }, none: { unitCost: null } },
    });
  });

  test("is found by reference with one statement for all, drafts and unknown ones left out", async () => {
    await using catalogue = await openCatalogue(...assortment());
    const r = ["valve", "draft", "none", "sensor"].map((id) => ({ __typename: "Product", id }));
    const query =
      "query ($r: [_Any!]!) { _entities(representations: $r) { ... on Product { name unitCost { amount } } } }";
    const { data } = await catalogue.ask(at("integra"), query, { r });
    expect(data).toEqual({
      _entities: [{ name: "Valve", unitCost: null }, null, null, { name: "Humidity sensor", unitCost: null }],
    });
    expect(catalogue.statements).toHaveLength(2);
  });
});
