import type { Mask } from "@maillon/subgraph-kit";

/**
 * What decides who sees an order, or a part of one, in terms of the columns of `order`: the same as the
 * fields `sellers` and `brand` of `Order` say to the gateway.
 */
export function orderFacts(order: string) {
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
    subject: { sql: `${order}.customer_id`, holds: "one" },
    agreement: { sql: `${order}.agreement_id`, holds: "one" },
    territory: { sql: `${order}.destination`, holds: "one" },
  } satisfies Mask["facts"];
}

/** The order that a part belongs to, as a join of the part's mask. */
export const wholeOrder = { whole: { table: "trade_order", on: "whole.id = this.order_id" } };
