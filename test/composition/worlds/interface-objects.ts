import type { Thing, World } from "../world.ts";

const phone: Thing = { __typename: "Phone", id: "d1", name: "Fixe", price: 10, calls: 3, notes: ["loud"] };
const laptop: Thing = { __typename: "Laptop", id: "d2", name: "Lap", price: 20, screen: "15", notes: [] };
const devices = [phone, laptop];
const catalogue = `
  type Query { devices: [Device!]! phones: [Phone!]! }
  interface Node { id: ID! }
  interface Device implements Node @key(fields: "id") { id: ID! name: String! }
  type Phone implements Device & Node @key(fields: "id") { id: ID! name: String! calls: Int! }
  type Laptop implements Device & Node @key(fields: "id") { id: ID! name: String! screen: String }`;

/** An interface that some companies extend without knowing who implements it. */
export const interfaceObjects: World = {
  subgraphs: {
    catalogue,
    prices: `
      type Query { cheapest: Device priced: [Device!]! }
      type Device @key(fields: "id") @interfaceObject { id: ID! price: Int! }`,
    reviews: `type Device @key(fields: "id") @interfaceObject { id: ID! notes: [String!]! }`,
  },
  things: devices,
  rules: {
    "Query.devices": () => devices,
    "Query.phones": () => [phone],
    "Query.cheapest": () => phone,
    "Query.priced": () => devices,
  },
  operations: [
    "{ devices { __typename id name price notes } }",
    "{ cheapest { price } priced { id } }",
    "{ cheapest { ... on Phone { ... on Node { id ... on Laptop { screen } } price } } }",
    "{ cheapest { __typename name } }",
    "{ priced { name ... on Phone { calls price } ... on Laptop { screen notes } } }",
    "{ phones { price notes } }",
    "{ priced { ... on Laptop { price notes } } }",
  ],
};

/** The same interface with a field that is computed from what its implementers' owner knows. */
export const interfaceObjectRequires: World = {
  subgraphs: {
    catalogue,
    reviews: `
      type Device @key(fields: "id") @interfaceObject {
        id: ID! name: String! @external headline: String! @requires(fields: "name") notes: [String!]
      }`,
  },
  things: devices,
  rules: {
    "Query.devices": () => devices,
    "Query.phones": () => [phone],
    "Device.headline": ({ name }) => `About ${String(name)}`,
  },
  operations: [
    "{ devices { headline ... on Phone { calls } } phones { headline } }",
    "{ devices { name: headline headline: id } }",
    "{ devices { ... on Laptop { headline screen } __typename } }",
    "{ devices { ... on Laptop { headline } notes } }",
    "{ devices { ... on Phone { notes } ... on Laptop { headline } } }",
  ],
};

/** Where one company lists the devices, others compute from names or prices, and none knows what implements them. */
export const interfaceObjectAtRoot: World = {
  ...interfaceObjectRequires,
  subgraphs: {
    ...interfaceObjectRequires.subgraphs,
    prices: `
      type Query { priced: [Device!]! }
      type Device @key(fields: "id") @interfaceObject { id: ID! price: Int! }`,
    labels: `
      type Device @key(fields: "id") @interfaceObject {
        id: ID! price: Int! @external label: String @requires(fields: "price")
      }`,
  },
  rules: {
    ...interfaceObjectRequires.rules,
    "Query.priced": () => devices,
    "Device.label": ({ price }) => `only ${String(price)}`,
  },
  operations: [
    "{ priced { ... on Laptop { label } } }",
    "{ priced { price ... on Laptop { ... on Device { id } } } }",
    "{ priced { ... on Node { id ... on Phone { headline } } ... on Laptop { ... on Node { __typename } } } }",
    "{ priced { id ... on Laptop { label headline } ... on Phone { notes label } } }",
    "{ priced { ... on Laptop { headline } } }",
    "{ priced { ... on Laptop { ... on Device { price } } } }",
    "{ priced { headline ... on Laptop { headline screen price } } }",
    "{ priced { ... on Laptop { ... on Device { headline } } ... on Phone { notes calls } } }",
    "{ priced { ... on Device { price ... on Phone { name: headline } ... on Laptop { headline } } } }",
    "{ priced { __typename ... on Laptop { headline: notes notes: headline } } phones { headline } }",
  ],
};
