import type { Thing, World } from "../world.ts";

const item = (id: string): Thing => ({
  __typename: "Item",
  id,
  maker: { __typename: "Maker", id: `m-${id}` },
});
const items = [item("a"), item("b")];
const things = items.flatMap((each) => [each, each["maker"] as Thing]);

/** Only these know everything; what a company was sent for one of them knows what was sent. */
const whole: ReadonlySet<unknown> = new Set(things);
const nameOf = (of: Thing, n: unknown) => `name ${String(n)} of ${String(of["id"])}`;
const rateOf = (of: Thing, n: unknown) => `rate ${String(n)} of ${String(of["id"])}`;
const priceOf = (of: Thing, n: unknown) => `price ${String(n)} by ${rate(of, 7)}`;
const made = (of: Thing) => (of["maker"] ?? {}) as Thing;

/** What a company is not told shows in what it computes. */
const known = (of: Thing, field: string, value: string) => (whole.has(of) ? value : String(of[field]));
const name = (of: Thing, n: number) => known(of, "name", nameOf(of, n));
const rate = (of: Thing, n: number) => known(of, "rate", rateOf(of, n));
const price = (of: Thing, n: number) => known(of, "price", priceOf(of, n));

/** Fields that are required with different arguments, with none, at two depths, and by what is required itself. */
export const requiresWithArguments: World = {
  subgraphs: {
    names: `
      type Query { items: [Item!]! }
      type Item @key(fields: "id") { id: ID! name(n: Int = 1): String rate(n: Int = 1): String maker: Maker }
      type Maker @key(fields: "id") { id: ID! name(n: Int = 1): String }`,
    prices: `
      type Item @key(fields: "id") {
        id: ID! rate(n: Int = 1): String @external price(n: Int = 1): String @requires(fields: "rate(n: 7)")
      }`,
    labels: `
      type Item @key(fields: "id") {
        id: ID! name(n: Int = 1): String @external price(n: Int = 1): String @external maker: Maker @external
        plain: String @requires(fields: "name")
        second: String @requires(fields: "name(n: 2)")
        both: String @requires(fields: "name(n: 2) maker { name(n: 3) }")
        inner: String @requires(fields: "maker { name }")
        dear: String @requires(fields: "price(n: 2)")
      }
      type Maker @key(fields: "id") { id: ID! name(n: Int = 1): String @external }`,
  },
  things,
  rules: {
    "Query.items": () => items,
    "Item.name": (of, { n }) => nameOf(of, n),
    "Maker.name": (of, { n }) => nameOf(of, n),
    "Item.rate": (of, { n }) => rateOf(of, n),
    "Item.price": (of, { n }) => priceOf(of, n),
    "Item.plain": (of) => `plain ${name(of, 1)}`,
    "Item.second": (of) => `second ${name(of, 2)}`,
    "Item.both": (of) => `both ${name(of, 2)} ${name(made(of), 3)}`,
    "Item.inner": (of) => `inner ${name(made(of), 1)}`,
    "Item.dear": (of) => `dear ${price(of, 2)}`,
  },
  operations: [
    "{ items { plain second } }",
    "{ items { second name plain } }",
    "{ items { both } }",
    "{ items { inner both plain maker { name(n: 2) } } }",
    "{ items { dear } }",
    "{ items { price dear rate third: price(n: 3) } }",
  ],
  literals: { n: ["1", "2", "3"] },
};
