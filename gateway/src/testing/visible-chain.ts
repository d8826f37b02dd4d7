import { type Ledger, inForce, openLedger } from "@maillon/schema/policy";
import { COMPANIES, type CompanyName, NOW, company, ledgerWith } from "@maillon/schema/testing";
import { SPECIFICATIONS } from "./compose-contracts.ts";
import { openTestGateway } from "./open-test-gateway.ts";
import { openTestSubgraph } from "./open-test-subgraph.ts";

const ORDERS = `${SPECIFICATIONS}
  type Query {
    orders: [Order!]
    documents: [Document]
    margins: [Order!] @visible(class: ["PRICE_COST"])
    tariffs: String @visible(class: ["COMMISSION"])
  }
  type Mutation { place: Order raise(by: Int): Order @visible(class: ["PROSPECT"]) }
  interface Document { id: ID! total: Int }
  type Order implements Document @key(fields: "id")
    @parties(owner: "seller", seller: "seller", buyer: "buyer") @visible(class: ["TRADE_CORE"]) {
    id: ID!
    seller: Organization @visible(class: ["PUBLIC"])
    buyer: Organization @visible(class: ["PUBLIC"])
    total: Int @visible(class: ["TRADE_AMOUNT"])
    cost: Int @visible(class: ["PRICE_COST"])
    note: String @visible(class: ["UNHEARD_OF"])
    state: String
    product: Product @visible(class: ["PRICE_COST"])
    rebate: Rebate @visible(class: ["PUBLIC"])
    rebates: [Rebate!] @visible(class: ["PUBLIC"])
  }
  type Rebate @parties(owner: "grantedBy", seller: "grantedBy", buyer: "grantedTo") @visible(class: ["PRICE_SUPPLY"]) {
    grantedBy: Organization
    grantedTo: Organization
    percent: Int
  }
  type Note implements Document { id: ID! total: Int }
  type Organization @key(fields: "id") { id: ID! }
  type Product @key(fields: "id") { id: ID! }`;

const CATALOGUE = `${SPECIFICATIONS}
  type Query { products: [Product!] }
  type Product @key(fields: "id") { id: ID! name: String }`;

const order = (id: string, seller: CompanyName, buyer: CompanyName) => ({
  __typename: "Order",
  id,
  seller: { id: company(seller) },
  buyer: { id: company(buyer) },
  total: 100,
  cost: 60,
  note: "private",
  state: "OPEN",
  product: { id: `product-${id}` },
  rebate: rebate(seller),
  rebates: [rebate(seller)],
});

/** What the manufacturer grants a seller, not the one who buys from it. */
const rebate = (seller: CompanyName) => ({
  grantedBy: { id: company("fabrica") },
  grantedTo: { id: company(seller) },
  percent: 5,
});

/**
 * Orders that an owner without any belt of its own answers to everybody, so that only the gateway stands between. The
 * gateway knows who keeps the orders where a keeper is named.
 */
export async function openVisibleChain(
  ledger: Ledger | (() => Ledger | undefined) = ledgerWith(),
  keeper?: CompanyName,
) {
  const all = [order("1", "integra", "boulange"), order("2", "rivalis", "nantes")];
  const orders = await openTestSubgraph("orders", ORDERS, {
    Query: {
      orders: () => all,
      margins: () => all,
      tariffs: () => "10 %",
      documents: () => [...all, { __typename: "Note", id: "3", total: 7 }],
    },
    Order: { __resolveReference: ({ id }: { id: string }) => all.find((each) => each.id === id) },
    Mutation: { place: () => all[0], raise: () => all[0] },
  });
  const catalogue = await openTestSubgraph("catalogue", CATALOGUE, {
    Product: { __resolveReference: ({ id }: { id: string }) => ({ id, name: `name of ${id}` }) },
  });
  const opened = typeof ledger === "function" ? undefined : openLedger(ledger);
  const agreements = () => {
    if (typeof ledger !== "function") return opened?.at(NOW);
    const current = ledger();
    return current && inForce(current, NOW);
  };
  const companies = Object.keys(COMPANIES).map((name) => `org_conforma_${name}`);
  const env = keeper === undefined ? {} : { SUBGRAPH_OPERATOR_ORDERS: company(keeper) };
  const gateway = await openTestGateway([orders, catalogue], env, { agreements, companies });
  return {
    orders,
    catalogue,
    /** Asks as a viewer of one of the companies. */
    ask: (viewer: CompanyName, query: string, variables: object = {}) =>
      gateway.askAs(company(viewer), query, variables),
    [Symbol.asyncDispose]: () => gateway[Symbol.asyncDispose](),
  };
}
