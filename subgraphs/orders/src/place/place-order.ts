import { createHash } from "node:crypto";
import { badInput, SubgraphError, type SubgraphContext } from "@maillon/subgraph-kit";
import { UniqueConstraintViolationException } from "@mikro-orm/core";
import { Order } from "../order/order.ts";
import { buyerOf, checkOrder } from "./check-order.ts";
import type { OrderInput } from "./order-input.ts";
import { priceLines } from "./price-lines.ts";
import { type Placement, storeOrder } from "./store-order.ts";

/** The constraint that lets one order exist for a buyer's key, however many requests arrive at once. */
const ONE_ORDER_PER_KEY = "one_order_per_key";

/**
 * Places an order for the viewer's company, once: a repeated request gives the order that the first one placed.
 * @throws SubgraphError `FORBIDDEN`, `BAD_USER_INPUT`, `CONFLICT`, or `IDEMPOTENCY_KEY_REUSED` when the key stands for
 * another request.
 */
export async function placeOrder(
  input: OrderInput,
  idempotencyKey: string,
  context: SubgraphContext,
): Promise<Order> {
  const buyerId = buyerOf(context.viewer);
  checkOrder(buyerId, input, idempotencyKey);
  const key = { buyerId, idempotencyKey, requestHash: hashOf(input) };
  const placed = await placedBefore(key, context);
  if (placed !== null) return placed;
  if (!context.isCompany(input.sellerId)) throw badInput("input.sellerId", "is not a company of the chain");
  if (input.requestedDeliveryAt && input.requestedDeliveryAt < context.now)
    throw badInput("input.requestedDeliveryAt", "must not be in the past");
  const priced = await priceLines(input, context);
  return storeOnce({ ...key, input, priced }, context);
}

/** The order that an earlier request with this key placed, or null. */
async function placedBefore(
  { buyerId, idempotencyKey, requestHash }: Omit<Placement, "input" | "priced">,
  { em }: SubgraphContext,
): Promise<Order | null> {
  const order = await em.findOne(Order, { buyerId, idempotencyKey });
  if (order !== null && order.requestHash !== requestHash) throw new SubgraphError("IDEMPOTENCY_KEY_REUSED");
  return order;
}

/** Stores the order, or finds the one of a request that came at the same time and was faster. */
async function storeOnce(placement: Placement, context: SubgraphContext): Promise<Order> {
  try {
    return await storeOrder(placement, context);
  } catch (error) {
    if (!isSecond(error)) throw error;
    const placed = await placedBefore(placement, context);
    if (placed === null) throw error;
    return placed;
  }
}

function isSecond(error: unknown): boolean {
  return (
    error instanceof UniqueConstraintViolationException &&
    "constraint" in error &&
    error.constraint === ONE_ORDER_PER_KEY
  );
}

/** The same request gives the same hash, in whatever order its fields were written. */
function hashOf(input: OrderInput): string {
  const { sellerId, model, incoterm, destination, purchaseOrderNumber, requestedDeliveryAt, lines } = input;
  const request = [
    sellerId,
    model,
    incoterm ?? null,
    purchaseOrderNumber ?? null,
    requestedDeliveryAt ?? null,
    lines.map(({ productId, quantity }) => [productId, quantity]),
    destination ?? null,
  ];
  return createHash("sha256").update(JSON.stringify(request)).digest("base64url");
}
