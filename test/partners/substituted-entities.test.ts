import { createApolloPlanner, createEngine, readSupergraph } from "@maillon/gateway";
import { parse } from "graphql";
import { composeWorld } from "../composition/federation-of-world.ts";
import { subgraphOfWorld } from "../composition/subgraph-of-world.ts";
import type { Thing, World } from "../composition/world.ts";
import { permutations } from "./permutations.ts";

const products: Thing[] = ["a", "b", "c", "d", "e"].map((id, index) => ({
  __typename: "Product",
  id,
  sku: `s-${id}`,
  tenant: { __typename: "Tenant", id: `t-${id}` },
  price: index + 1.5,
}));

/** A partner that knows the price of a product by other keys in each case; the catalogue has them all. */
function worldOf(product: string, catalogueKeys: string): World {
  return {
    subgraphs: {
      catalogue: `
        type Query { products: [Product!]! }
        type Product ${catalogueKeys} { id: ID! @shareable sku: String! @shareable tenant: Tenant! @shareable }
        type Tenant @shareable { id: ID! }`,
      partner: product,
    },
    things: products,
    rules: { "Query.products": () => products },
    operations: [],
  };
}

type Entities = readonly Record<string, unknown>[];
type Tamper = (entities: Entities) => unknown;

/**
 * How to ask for the prices while the partner does something to its entities; `failed` tells whether the
 * gateway noticed.
 */
function openPrices(world: World, tamper: Tamper) {
  const supergraph = readSupergraph(composeWorld(world));
  const subgraphs = new Map(Object.keys(world.subgraphs).map((name) => [name, subgraphOfWorld(world, name)]));
  const engine = createEngine<undefined>({
    supergraph,
    planner: createApolloPlanner(supergraph),
    async send({ subgraph, body }) {
      const { query, variables } = JSON.parse(body) as { query: string; variables: Record<string, unknown> };
      const answer = (await subgraphs.get(subgraph)?.(query, variables)) as {
        data: { e0?: Entities };
      };
      const entities = answer.data.e0;
      return entities ? { data: { e0: tamper(entities) } } : answer;
    },
  });
  return async () => {
    const text = "{ products { price } }";
    const { data, errors } = await engine.answer({ text, document: parse(text), context: undefined });
    const { products: shown } = JSON.parse(data) as { products: { price: number | null }[] };
    return { prices: shown.map(({ price }) => price), failed: errors.length > 0 };
  };
}

const whole = `@key(fields: "id") @key(fields: "sku") @key(fields: "id sku") @key(fields: "tenant { id }")`;
const owned = "type Tenant @shareable { id: ID! }";
const truth = [1.5, 2.5, 3.5, 4.5, 5.5];

describe("every wrong order of five entities is noticed", () => {
  it.each([
    ["by their one key", `type Product @key(fields: "id") { id: ID! price: Float }`],
    [
      "by a key of two fields",
      `type Product @key(fields: "id sku") { id: ID! @shareable sku: String! @shareable price: Float }`,
    ],
    [
      "by a key inside another object",
      `type Product @key(fields: "tenant { id }") { tenant: Tenant! @shareable price: Float } ${owned}`,
    ],
    [
      "by the part of a key that the partner owns",
      `type Product @key(fields: "id sku") { id: ID! @external sku: String! @shareable price: Float }`,
    ],
    [
      "by the key that the partner can give back, if it has one",
      `type Product @key(fields: "id") @key(fields: "sku") { id: ID! @external sku: String! @shareable price: Float }`,
    ],
  ])("%s", async (_title, partner) => {
    let order: readonly number[] = [];
    const ask = openPrices(worldOf(partner, whole), (entities) => order.map((index) => entities[index]));
    for (order of permutations([0, 1, 2, 3, 4])) {
      const right = order.every((from, to) => from === to);
      expect(await ask()).toEqual({ prices: right ? truth : [null, null, null, null, null], failed: !right });
    }
  });
});

describe("of a partner that owns no part of the key", () => {
  const world = worldOf(`type Product @key(fields: "id") { id: ID! @external price: Float }`, whole);

  it("the key is not asked back, for it need not know it", async () => {
    const ask = openPrices(world, (entities) =>
      entities.map(({ price, __typename }) => ({ price, __typename })),
    );
    expect(await ask()).toEqual({ prices: truth, failed: false });
  });

  it.each<[string, Tamper]>([
    ["another number of entities", (entities) => entities.slice(1)],
    ["entities of another type", (entities) => entities.map((each) => ({ ...each, __typename: "Tenant" }))],
    ["entities of no type", (entities) => entities.map(({ price }) => ({ price }))],
  ])("%s is noticed", async (_title, tamper) => {
    const ask = openPrices(world, tamper);
    expect(await ask()).toEqual({ prices: [null, null, null, null, null], failed: true });
  });
});
