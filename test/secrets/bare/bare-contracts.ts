import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";

const contract = (sdl: string) => `${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS} ${sdl}`;

/**
 * Companies that answer everything to everybody, so that nothing but the gateway stands between their secrets
 * and a viewer; together they use every way in which a field can be reached: interfaces and unions whose
 * members ask for different classes, reverse edges, computed fields that require others, fields that are
 * provided, overridden, shared, or given to an interface.
 */
export const BARE_CONTRACTS: Readonly<Record<string, string>> = {
  trade: contract(`
    type Query {
      deals: [Deal!]
      documents: [Document]
      papers: [Paper!]
      document(id: ID!): Document
      parties: [Party!]
      margins: [Deal!] @visible(class: ["PRICE_COST"])
    }
    type Mutation { agree(id: ID!): Deal forecast(by: Int): Deal @visible(class: ["PROSPECT"]) }
    interface Document @key(fields: "id") { id: ID! title: String amount: Int }
    type Deal implements Document @key(fields: "id")
      @parties(owner: "seller", seller: "seller", buyer: "buyer", via: "via") @visible(class: ["TRADE_CORE"]) {
      id: ID!
      seller: Party @visible(class: ["PUBLIC"])
      buyer: Party @visible(class: ["PUBLIC"])
      via: Party @visible(class: ["PUBLIC"])
      title: String
      amount: Int @visible(class: ["TRADE_AMOUNT"])
      scaled(by: Int = 1): Int @visible(class: ["TRADE_AMOUNT"])
      product: Product @provides(fields: "recipe") @visible(class: ["TRADE_AMOUNT"])
      stage: String @visible(class: ["TRADE_AMOUNT"])
      state: String @shareable
      broken: String
      undeclared: String @visible(class: ["UNHEARD_OF"])
    }
    type Tender implements Document @key(fields: "id") @parties(owner: "bidder", buyer: "buyer") {
      id: ID!
      bidder: Party @visible(class: ["PUBLIC"])
      buyer: Party @visible(class: ["PUBLIC"])
      title: String @visible(class: ["PUBLIC"])
      amount: Int @visible(class: ["BID"])
    }
    type Note implements Document @key(fields: "id") {
      id: ID!
      title: String
      amount: Int
      official: String @federation__policy(policies: [["kind:REGULATOR"]])
    }
    union Paper = Deal | Tender | Note
    type Party @key(fields: "id") { id: ID! deals: [Deal!] }
    type Product @key(fields: "id") { id: ID! recipe: String @external }`),
  costs: contract(`
    type Deal @key(fields: "id") @visible(class: ["TRADE_CORE"]) {
      id: ID!
      amount: Int @external
      cost: Int @visible(class: ["PRICE_COST"])
      margin: Int @requires(fields: "amount") @visible(class: ["TRADE_AMOUNT"])
      ranked: String @requires(fields: "amount") @visible(class: ["PRICE_COST", "TRADE_AMOUNT"])
      stage: String @override(from: "trade") @visible(class: ["TRADE_AMOUNT"])
      state: String @shareable
    }`),
  catalogue: contract(`
    type Query { products: [Product!] }
    type Product @key(fields: "id") @parties(owner: "maker") {
      id: ID!
      maker: Party @visible(class: ["PUBLIC"])
      name: String @visible(class: ["PUBLIC"])
      recipe: String @shareable @visible(class: ["PRICE_COST"])
    }
    type Party @key(fields: "id", resolvable: false) { id: ID! }`),
  remarks: contract(`
    type Document @key(fields: "id") @interfaceObject {
      id: ID!
      remark: String @visible(class: ["TRADE_AMOUNT"])
    }`),
};
