import type { Thing, World } from "../world.ts";

const address: Thing = { __typename: "Address", street: "Quai", city: "Nantes", zip: "44000" };
const shop = (id: string): Thing => ({
  __typename: "Shop",
  id,
  name: `shop ${id}`,
  address,
  opening: `${id}h`,
  old: `old ${id}`,
  moved: `moved ${id}`,
  manager: { __typename: "Manager", id: `m-${id}`, name: `Manager ${id}`, phone: `0${id}` },
  kind: id === "1" ? "RETAIL" : "OUTLET",
});
const shops = [shop("1"), shop("2")];
const status: Thing = { __typename: "Status", up: true, version: "v1", region: "eu" };

/** Roots and value types that several companies answer, provided fields, moved fields, enums and inputs in common. */
export const shared: World = {
  subgraphs: {
    shops: `
      type Query {
        shops(filter: Filter): [Shop!]! @provides(fields: "manager { name }") status: Status @shareable any: [Any!]!
      }
      input Filter { kind: Kind id: ID limit: Int }
      enum Kind { RETAIL OUTLET }
      type Status @shareable { up: Boolean! version: String }
      type Shop @key(fields: "id") {
        id: ID! name: String! @shareable address: Address @shareable kind: Kind! old: String! moved: String! manager: Manager
      }
      type Address @shareable { street: String city: String }
      type Manager @key(fields: "id") { id: ID! name: String! @external }
      union Any = Shop | Manager`,
    staff: `
      type Query { status: Status @shareable staff: [Manager!]! shop(id: ID!): Shop }
      type Status @shareable { up: Boolean! region: String }
      type Manager @key(fields: "id") { id: ID! name: String! @shareable phone: String }
      type Shop @key(fields: "id") { id: ID! name: String! @shareable opening: String address: Address @shareable }
      type Address @shareable { street: String city: String }`,
    hours: `
      input Filter { kind: Kind id: ID secret: String }
      enum Kind { RETAIL OUTLET CLOSED @inaccessible }
      type Query { count(filter: Filter): Int! kinds: [Kind!]! }
      type Shop @key(fields: "id") { id: ID! moved: String! @override(from: "shops") kept: String! @inaccessible }`,
  },
  things: [...shops, ...shops.map(({ manager }) => manager as Thing)],
  rules: {
    "Query.shops": (_, { filter }) => filterShops(filter),
    "Query.count": (_, { filter }) => filterShops(filter).length,
    "Query.kinds": () => ["RETAIL", "OUTLET"],
    "Query.shop": (_, { id }) => shops.find((each) => each["id"] === id) ?? null,
    "Query.staff": () => shops.map(({ manager }) => manager),
    "Query.status": () => status,
    "Query.any": () => [shops[0], shops[1]?.["manager"]],
  },
  operations: [
    "{ status { up version region } }",
    "{ shops { name address { street city } moved opening old } }",
    "{ shops { manager { name } } }",
    "{ shops { manager { name phone } } staff { name } }",
    "{ retail: shops(filter: { kind: RETAIL }) { id kind } count(filter: { kind: OUTLET }) kinds }",
    '{ shops(filter: { kind: RETAIL, id: "1" }) { id } shops(filter: { id: "1", kind: RETAIL }) { name } }',
    '{ shop(id: "2") { name old kind moved manager { phone } } }',
    "{ any { __typename ... on Shop { opening } ... on Manager { phone name } } }",
  ],
  literals: {
    filter: ["null", "{ kind: RETAIL }", '{ id: "2" }', '{ kind: OUTLET, id: "1" }'],
    id: ['"1"', '"2"', '"3"'],
  },
};

function filterShops(filter: unknown): Thing[] {
  const { kind, id } = (filter ?? {}) as { kind?: string | null; id?: string | null };
  return shops.filter((each) => (kind ?? each["kind"]) === each["kind"] && (id ?? each["id"]) === each["id"]);
}
