import type { Viewer } from "@maillon/schema";
import type { Incoterm } from "@maillon/subgraph-kit";
import type { Order } from "./order.ts";

// Under these the buyer pays the main carriage (Incoterms 2020).
const CARRIAGE_PAID_BY_BUYER: ReadonlySet<Incoterm | null> = new Set<Incoterm>(["EXW", "FCA", "FAS", "FOB"]);

/**
 * Whether a party may read what an order cost. The brand it was sold under may not: a supplier never reads the resale
 * price of an identified buyer, whatever was agreed.
 */
export function mayReadAmounts(viewer: Viewer, order: Order): boolean {
  return (
    isBuyer(viewer, order) || isCompany(viewer, order.sellerId) || isCompany(viewer, order.intermediaryId)
  );
}

/** Whether a party may read who bought. Who only brought in a consumer reads the order without her. */
export function mayReadBuyer(viewer: Viewer, order: Order): boolean {
  if (isBuyer(viewer, order) || isCompany(viewer, order.sellerId)) return true;
  if (order.model === "B2B2C") return isCompany(viewer, order.soldUnderBrandOfId);
  return isCompany(viewer, order.intermediaryId);
}

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
