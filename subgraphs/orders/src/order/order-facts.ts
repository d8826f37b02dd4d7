import type { Mask } from "@maillon/subgraph-kit";

/**
 * What decides who sees an order, or a part of one, in terms of the columns of `order`. A brand is one where goods are
 * sold to consumers under its own name by agreement (B2B2C); a manufacturer whose goods are merely resold is none. In
 * B2B2B the intermediary sells on, so that the buyer is its customer, too; in B2B2C it only brought her in.
 */
export function orderFacts(order: string): Mask["facts"] {
  return {
    owner: { sql: `${order}.seller_id`, holds: "one" },
    seller: {
      sql: `case when ${order}.model = 'B2B2C' then array[${order}.seller_id]
                 else array[${order}.seller_id, ${order}.intermediary_id] end`,
      holds: "many",
    },
    buyer: { sql: `${order}.buyer_id`, holds: "one" },
    via: { sql: `${order}.intermediary_id`, holds: "one" },
    brand: {
      sql: `case when ${order}.model = 'B2B2C' then ${order}.sold_under_brand_of_id end`,
      holds: "one",
    },
    // Under these Incoterms the buyer pays the main carriage (Incoterms 2020); without one the seller does.
    payer: {
      sql: `case when ${order}.incoterm in ('EXW', 'FCA', 'FAS', 'FOB')
                 then array[${order}.buyer_id, ${order}.customer_id] else array[${order}.seller_id] end`,
      holds: "many",
    },
    subject: { sql: `${order}.customer_id`, holds: "one" },
    // Only a company is named as the buyer; a consumer is known by her customer relation.
    basis: {
      sql: `case when ${order}.buyer_id is not null then array['NOT_PERSONAL'] else array[]::text[] end`,
      holds: "many",
    },
    agreement: { sql: `${order}.agreement_id`, holds: "one" },
    territory: { sql: `${order}.destination`, holds: "one" },
  };
}

/** The order that a part belongs to, as a join of the part's mask. */
export const wholeOrder = { whole: { table: "trade_order", on: "whole.id = this.order_id" } };
