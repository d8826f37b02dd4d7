import { buildSchema } from "graphql";
import { coordinatesOf } from "./coordinates.ts";
import { createFindRefusal, refusalsOf } from "./refusal.ts";

const schema = buildSchema(`
  type Query { products: [Product] node: Node }
  interface Node { id: ID }
  type Product implements Node { id: ID price: Money cost: Money }
  type Money { amount: String }`);

describe("the coordinates of an answer", () => {
  test.each([
    ["an alias", "{ list: products { paid: price { amount } } }", "list/paid", "Product.price"],
    [
      "a fragment",
      "{ products { ...P } } fragment P on Product { cost { amount } }",
      "products/cost",
      "Product.cost",
    ],
    ["a type condition", "{ node { ... on Product { price { amount } } } }", "node/price", "Product.price"],
  ])("see through %s", (...[, query, pattern, coordinate]) => {
    expect(coordinatesOf(schema, { query }).get(pattern)).toBe(coordinate);
  });

  test("choose the operation by its name", () => {
    const query = "query A { products { id } } query B { node { id } }";
    expect([...coordinatesOf(schema, { query, operationName: "B" }).keys()]).toEqual(["node", "node/id"]);
  });

  test("are none of a text that is no document", () => {
    expect(coordinatesOf(schema, { query: "{" }).size).toBe(0);
  });
});

describe("the refusal behind a null", () => {
  const visibility = [
    {
      coordinate: "Product.cost",
      class: "PRICE_COST",
      effect: "DENIED",
      reason: "Only its owner sees it.",
      rule: "owner",
      count: 900,
      paths: [["products", 0, "cost"]],
    },
  ];
  const refusals = refusalsOf({ extensions: { visibility } });

  test.each([
    ["at a place that the gateway named", "products/0/cost", true],
    ["at another place of the same list", "products/7/cost", true],
    ["under an alias, by its field", "mine/3/spent", true],
    ["of another field", "products/0/price", false],
  ])("is found %s", (_title, path, found) => {
    const find = createFindRefusal(refusals, new Map([["mine/spent", "Product.cost"]]));
    expect(find(path)?.coordinate).toBe(found ? "Product.cost" : undefined);
  });

  test("is none elsewhere when the gateway named every place", () => {
    const find = createFindRefusal(
      refusals.map((each) => ({ ...each, count: 1 })),
      new Map([["products/cost", "Product.cost"]]),
    );
    expect([find("products/0/cost")?.coordinate, find("products/7/cost")]).toEqual([
      "Product.cost",
      undefined,
    ]);
  });

  test("keeps all that the gateway told", () => {
    expect(refusals[0]).toMatchObject({ classes: ["PRICE_COST"], count: 900, more: { rule: "owner" } });
  });

  test("is none when the gateway explains nothing", () => {
    expect(refusalsOf({})).toEqual([]);
  });
});
