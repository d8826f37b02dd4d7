import type { Thing, World } from "../world.ts";

const org = (id: string, country: string): Thing => ({
  __typename: "Organization",
  id,
  country,
  tenant: { __typename: "Tenant", id: `t-${id}` },
  name: `Organization ${id}`,
  rating: id.length * 7,
  staff: [{ __typename: "Person", login: `${id}-boss`, age: 51 }],
});
const orgs = [org("o1", "FR"), org("o22", "DE"), org("o333", "FR")];
const people = orgs.flatMap(({ staff }) => staff as Thing[]);
const product = (upc: string, sku: string, owner: Thing | undefined): Thing => ({
  __typename: "Product",
  upc,
  sku,
  brand: { __typename: "Brand", code: `b-${upc}` },
  title: `Product ${upc}`,
  weight: upc.length * 1.5,
  stock: sku.length,
  owner: owner ?? null,
});
const products = [
  product("p1", "s1", orgs[0]),
  product("p2", "s22", orgs[1]),
  product("p3", "s333", undefined),
];

/** One entity under several keys, some of several fields, some nested, some that a subgraph cannot be entered by. */
export const keys: World = {
  subgraphs: {
    catalogue: `
      type Query { products: [Product!]! product(upc: ID!): Product }
      type Product @key(fields: "upc") @key(fields: "sku brand { code }") {
        upc: ID! sku: String! brand: Brand! title: String owner: Organization
      }
      type Brand @shareable { code: String! }
      type Organization @key(fields: "id tenant { id }", resolvable: false) { id: ID! tenant: Tenant! }
      type Tenant @shareable { id: ID! }`,
    stock: `
      type Product @key(fields: "sku brand { code }") { sku: String! brand: Brand! stock: Int! }
      type Brand @shareable { code: String! }`,
    weights: `type Product @key(fields: "upc") { upc: ID! weight: Float }`,
    registry: `
      type Query { organizations(country: String): [Organization] }
      type Organization @key(fields: "id tenant { id }") @key(fields: "id") {
        id: ID! tenant: Tenant! name: String! country: String! staff: [Person!]!
      }
      type Tenant @shareable { id: ID! }
      type Person @key(fields: "login", resolvable: false) { login: String! }`,
    ratings: `
      type Organization @key(fields: "id") { id: ID! rating: Int }
      type Person @key(fields: "login") { login: String! age: Int! }`,
  },
  things: [...orgs, ...people, ...products],
  rules: {
    "Query.products": () => products,
    "Query.product": (_, { upc }) => products.find((each) => each["upc"] === upc) ?? null,
    "Query.organizations": (_, { country }) =>
      orgs.filter((each) => country === undefined || country === null || each["country"] === country),
  },
  operations: [
    "{ products { title stock weight owner { name rating staff { login age } } } }",
    '{ product(upc: "p2") { stock owner { rating } } none: product(upc: "nope") { weight } }',
    '{ fr: organizations(country: "FR") { rating } all: organizations { name staff { age } } }',
    "{ products { brand { code } sku } }",
  ],
  literals: { upc: ['"p1"', '"p3"', '"nope"'], country: ['"FR"', "null"] },
};

const loads: readonly Thing[] = [
  { __typename: "Pallet", id: "1", code: "p", load: 700 },
  { __typename: "Crate", id: "1", code: "c", load: 30 },
];

/** Two types in one list, one of which is entered by part of the other's key; a subgraph would know it by another one. */
export const keysOfOneName: World = {
  subgraphs: {
    listing: `
      union Load = Pallet | Crate
      type Query { loads: [Load!]! }
      type Pallet @key(fields: "id code") { id: ID! @shareable code: ID! @shareable }
      type Crate @key(fields: "id") { id: ID! @shareable }`,
    weighing: `
      type Pallet @key(fields: "id code") { id: ID! @shareable code: ID! @shareable load: Int }
      type Crate @key(fields: "code") @key(fields: "id") { code: ID! id: ID! @shareable load: Int }`,
  },
  things: loads,
  rules: { "Query.loads": () => loads },
  operations: [
    "{ loads { ... on Pallet { load } ... on Crate { code load } } }",
    "{ loads { ... on Crate { load } } }",
  ],
};

const boxes: readonly Thing[] = [
  { __typename: "Box", code: "b", load: 5 },
  { __typename: "Barrel", id: "1", code: 7, load: 9 },
];

/** A key that names its `__typename`, and whose field the other type in the list has with another type. */
export const keysAgainstFields: World = {
  subgraphs: {
    listing: `
      union Vessel = Box | Barrel
      type Query { vessels: [Vessel!]! }
      type Box @key(fields: "__typename code") { code: ID! @shareable }
      type Barrel @key(fields: "id") { id: ID! @shareable }`,
    weighing: `
      type Box @key(fields: "__typename code") { code: ID! @shareable load: Int }
      type Barrel @key(fields: "id") { id: ID! @shareable code: Int load: Int }`,
  },
  things: boxes,
  rules: { "Query.vessels": () => boxes },
  operations: [
    "{ vessels { ... on Box { load } } }",
    "{ vessels { ... on Box { load } ... on Barrel { number: code load } } }",
    "{ vessels { ... on Barrel { number: code load } ... on Box { code load } } }",
  ],
};
