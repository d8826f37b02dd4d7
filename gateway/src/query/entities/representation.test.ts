import { composeSupergraph } from "@maillon/schema/compose";
import { readSupergraph } from "../../plan/supergraph/supergraph.ts";
import { representationWriter } from "./representation.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@requires", "@external"])`;
const composition = composeSupergraph([
  {
    name: "orders",
    url: "http://orders.test",
    sdl: `${link} type Query { orders: [Order] } type Terms { discount: Int }
      type Order @key(fields: "id") { id: ID! cost: Int terms: Terms }`,
  },
  {
    name: "taxes",
    url: "http://taxes.test",
    sdl: `${link} type Terms { discount: Int @external }
      type Order @key(fields: "id") { id: ID! cost: Int @external terms: Terms @external
        tax: Int @requires(fields: "cost terms { discount }") }`,
  },
]);
if (!composition.ok) throw new Error(JSON.stringify(composition.faults));

const discount = { key: "discount", name: "discount" };
const fields = [
  { key: "id", name: "id" },
  { key: "cost", name: "cost" },
  { key: "terms", name: "terms", of: [{ types: [], fields: [discount] }] },
];
const represent = representationWriter(readSupergraph(composition.supergraph), {
  subgraph: "taxes",
  representations: [{ type: "Order", fields }],
  sentAs: [],
});
const order = { __typename: "Order", id: "o", cost: 5, terms: { discount: 3 } };

describe("the representation of an object for a field that is computed from others", () => {
  test.each<[what: string, refused: string | undefined, sent: object]>([
    ["all of it, if nothing is refused", undefined, { cost: 5, terms: { discount: 3 } }],
    ["no value that is refused", "cost", { cost: null, terms: { discount: 3 } }],
    ["no object that is refused", "terms", { cost: 5, terms: null }],
    ["no refused value within an object", "discount", { cost: 5, terms: { discount: null } }],
    ["its key, which was decided before", "id", { cost: 5, terms: { discount: 3 } }],
  ])("holds %s", (_what, refused, sent) => {
    const text = represent(order, () => (key) => key !== refused);
    expect(JSON.parse(text ?? "")).toEqual({ __typename: "Order", id: "o", ...sent });
  });

  test("is not written while something that it needs is unknown", () => {
    expect(represent({ ...order, cost: undefined })).toBeUndefined();
  });
});
