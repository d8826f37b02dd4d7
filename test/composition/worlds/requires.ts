import type { Thing, World } from "../world.ts";

const money = (amount: number, currency: unknown): number => (currency === "EUR" ? amount * 0.5 : amount);
const item = (id: string, amount: number): Thing => ({
  __typename: "Item",
  id,
  amount,
  name: `item ${id}`,
  size: { __typename: "Size", width: amount + 1, depth: amount + 2 },
  parts: [
    { __typename: "Part", grams: amount, hidden: 1 },
    { __typename: "Part", grams: amount * 2, hidden: 2 },
  ],
  maker: { __typename: "Maker", id: `m-${id}`, country: amount > 15 ? "FR" : null },
});
const items = [item("a", 10), item("b", 20), item("c", 30)];

/** Fields computed by one company from what another one knows: nested, chained, circular, and with arguments. */
export const requires: World = {
  subgraphs: {
    catalogue: `
      type Query { items: [Item!]! item(id: ID!): Item }
      enum Currency { USD EUR }
      type Item @key(fields: "id") {
        id: ID! name: String! price(currency: Currency!): Float size: Size parts: [Part!]! maker: Maker
      }
      type Size @shareable { width: Int! depth: Int! }
      type Part @shareable { grams: Int! }
      type Maker @key(fields: "id") { id: ID! country: String }`,
    shipping: `
      enum Currency { USD EUR }
      type Item @key(fields: "id") {
        id: ID!
        name: String! @external
        price(currency: Currency!): Float @external
        size: Size @external
        parts: [Part!]! @external
        volume: Int! @requires(fields: "size { width depth }")
        total: Int! @requires(fields: "parts { grams }")
        label: String! @requires(fields: "name")
        dollars: Float @requires(fields: "price(currency: USD)")
        euros: Float @requires(fields: "price(currency: EUR)")
        echo(text: String!): String!
      }
      type Size @shareable { width: Int! depth: Int! }
      type Part @shareable { grams: Int! }`,
    customs: `
      type Item @key(fields: "id") {
        id: ID!
        volume: Int! @external
        label: String! @external
        maker: Maker @external
        duty: Float! @requires(fields: "volume label")
        origin: String! @requires(fields: "maker { country }")
      }
      type Maker @key(fields: "id") { id: ID! country: String @external }`,
    invoices: `
      type Item @key(fields: "id") { id: ID! duty: Float! @external invoice: String! @requires(fields: "duty") }`,
  },
  things: [...items, ...items.map(({ maker }) => maker as Thing)],
  rules: {
    "Query.items": () => items,
    "Query.item": (_, { id }) => items.find((each) => each["id"] === id) ?? null,
    "Item.price": ({ price, amount }, { currency }) => price ?? money(Number(amount), currency),
    "Item.volume": ({ size }) => {
      const { width, depth } = size as { width: number; depth: number };
      return width * depth;
    },
    "Item.total": ({ parts }) => (parts as { grams: number }[]).reduce((sum, { grams }) => sum + grams, 0),
    "Item.label": ({ name }) => `[${String(name)}]`,
    "Item.dollars": ({ price, amount }) => 100 + Number(price ?? money(Number(amount), "USD")),
    "Item.euros": ({ price, amount }) => 200 + Number(price ?? money(Number(amount), "EUR")),
    "Item.echo": (_, { text }) => text,
    "Item.duty": (parent) => volumeOf(parent) * 0.25 + labelOf(parent).length,
    "Item.origin": ({ maker }) => (maker as { country: string | null }).country ?? "unknown",
    "Item.invoice": (parent) => `due ${dutyOf(parent)}`,
  },
  operations: [
    "{ items { volume total label } }",
    "{ items { duty origin } }",
    "{ items { invoice } }",
    "{ items { dollars euros } }",
    '{ items { euros price(currency: USD) } item(id: "b") { dollars price(currency: EUR) } }',
    // A client's alias must never become another company's input.
    '{ items { name: echo(text: "FORGED") label } }',
    "{ items { size: name volume } }",
    "{ items { name: label label: name duty } }",
    "{ items { price: euros dollars cheap: price(currency: EUR) dear: price(currency: USD) } }",
  ],
  literals: { id: ['"a"', '"c"', '"zz"'], currency: ["USD", "EUR"], text: ['"x"', '"y\\"z"'] },
};

/** In the subgraphs these were sent; the single process computes them. */
function volumeOf({ volume, size }: Thing): number {
  const { width = 0, depth = 0 } = (size ?? {}) as { width?: number; depth?: number };
  return typeof volume === "number" ? volume : width * depth;
}

function labelOf({ label, name }: Thing): string {
  return typeof label === "string" ? label : `[${String(name)}]`;
}

function dutyOf(parent: Thing): number {
  return typeof parent["duty"] === "number"
    ? parent["duty"]
    : volumeOf(parent) * 0.25 + labelOf(parent).length;
}
