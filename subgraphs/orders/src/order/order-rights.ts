import type { Viewer } from "@maillon/schema";
import type { Incoterm } from "@maillon/subgraph-kit";
import type { Order } from "./order.ts";

// Under these the buyer pays the main carriage (Incoterms 2020).
const CARRIAGE_PAID_BY_BUYER: ReadonlySet<Incoterm | null> = new Set<Incoterm>(["EXW", "FCA", "FAS", "FOB"]);

/** The company, or the relation of the consumer, that pays the carriage; without an Incoterm the seller does. */
export function freightPayerOf({ incoterm, buyerId, customerId, sellerId }: Order): string | null {
  return CARRIAGE_PAID_BY_BUYER.has(incoterm) ? (buyerId ?? customerId) : sellerId;
}

/** Whether a party pays the carriage, as nobody else reads its cost. */
export function mayReadFreight(viewer: Viewer, order: Order): boolean {
  if (CARRIAGE_PAID_BY_BUYER.has(order.incoterm)) return isBuyer(viewer, order);
  return isCompany(viewer, order.sellerId);
}

function isBuyer(viewer: Viewer, order: Order): boolean {
  if (viewer.kind === "company") return viewer.organization === order.buyerId;
  return order.customerId !== null && viewer.customers.includes(order.customerId);
}

function isCompany(viewer: Viewer, organization: string | null): boolean {
  return viewer.kind === "company" && viewer.organization === organization;
}
