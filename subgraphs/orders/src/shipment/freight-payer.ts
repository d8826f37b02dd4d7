import type { Incoterm } from "@maillon/subgraph-kit";

/** Under these the buyer pays the main carriage (Incoterms 2020); under the others, or without one, the seller does. */
const CARRIAGE_PAID_BY_BUYER: ReadonlySet<Incoterm | null> = new Set<Incoterm>(["EXW", "FCA", "FAS", "FOB"]);

/** The company, or the relation of the consumer, that pays the carriage of an order. */
export function freightPayerOf(order: {
  readonly incoterm: Incoterm | null;
  readonly sellerId: string;
  readonly buyerId: string | null;
  readonly customerId: string | null;
}): string {
  const { incoterm, sellerId, buyerId, customerId } = order;
  const payer = CARRIAGE_PAID_BY_BUYER.has(incoterm) ? (buyerId ?? customerId) : sellerId;
  // Somebody buys: the table refuses an order without a buyer.
  return payer ?? sellerId;
}
