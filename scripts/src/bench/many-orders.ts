import { company } from "@maillon/schema/testing";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";
import type { BenchSubgraph } from "./bench-subgraph.ts";

const ORDERS = 5_000;
/** So many orders in a row have the same buyer; there are a hundred buyers. */
const IN_A_ROW = 10;

const orders = Array.from({ length: ORDERS }, (_, n) => ({
  id: `ord_integra_${String(n).padStart(12, "0")}`,
  seller: company("integra"),
  buyer: `org_conforma_${String(Math.floor(n / IN_A_ROW) % 100).padStart(16, "0")}`,
  number: `INT-${100_000 + n}`,
  placedAt: "2026-05-11T10:00:00Z",
  total: 100 + n / 4,
  paymentTerms: "P30D",
  incoterm: "DAP",
}));

/** Orders whose five values are protected by three classes; who is a party is told by plain ids. */
export const manyOrders: BenchSubgraph = {
  name: "many_orders",
  sdl: `
    extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@composeDirective"])
    ${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}
    type Query { orders: [Order!] }
    type Order @key(fields: "id") @parties(owner: "seller", seller: "seller", buyer: "buyer") {
      id: ID!
      seller: ID @visible(class: ["PUBLIC"])
      buyer: ID @visible(class: ["CUSTOMER_EXISTENCE"])
      number: String @visible(class: ["TRADE_CORE"])
      placedAt: String @visible(class: ["TRADE_CORE"])
      total: Float @visible(class: ["TRADE_AMOUNT"])
      paymentTerms: String @visible(class: ["TRADE_AMOUNT"])
      incoterm: String @visible(class: ["LOGISTICS"])
    }`,
  resolvers: { Query: { orders: () => orders } },
};

/** Five protected values of each order. */
export const manyOrdersQuery = "{ orders { id number placedAt total paymentTerms incoterm } }";
