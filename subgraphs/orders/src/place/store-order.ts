import { newId, SUBGRAPHS } from "@maillon/schema";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { OrderLine } from "../line/order-line.ts";
import { Order } from "../order/order.ts";
import type { OrderInput } from "./order-input.ts";
import { newOrderNumber } from "./order-number.ts";
import type { PricedLine, PricedLines } from "./price-lines.ts";

/** An order that may be placed: checked and priced. */
export interface Placement {
  readonly buyerId: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly input: OrderInput;
  readonly priced: PricedLines;
}

const { operator } = SUBGRAPHS.orders;

/** Stores an order with its lines, all or nothing. */
export async function storeOrder(placement: Placement, { em, now }: SubgraphContext): Promise<Order> {
  const order = orderOf(placement, now);
  const lines = placement.priced.lines.map((line, position) => lineOf(order, line, position));
  await em.transactional(async (transaction) => {
    // The lines' foreign key and row rule need the order to be there.
    await transaction.persist(order).flush();
    await transaction.persist(lines).flush();
  });
  return order;
}

function orderOf({ input, priced, ...key }: Placement, placedAt: Date): Order {
  return Object.assign(new Order(), {
    ...key,
    id: newId("ord", operator),
    number: newOrderNumber(),
    model: input.model,
    channel: "ONLINE",
    state: "OPEN",
    sellerId: input.sellerId,
    customerId: null,
    intermediaryId: null,
    soldUnderBrandOfId: null,
    agreementId: null,
    purchaseOrderNumber: input.purchaseOrderNumber ?? null,
    currencyCode: priced.total.currencyCode,
    totalAmount: priced.total.amount,
    taxAmount: null,
    agreedTerms: null,
    incoterm: input.incoterm ?? null,
    destination: input.destination ?? null,
    commitment: null,
    placedAt,
    requestedDeliveryAt: input.requestedDeliveryAt ?? null,
  } satisfies Omit<
    Order,
    "seller" | "sellers" | "brand" | "intermediary" | "soldUnderBrandOf" | "agreement"
  >);
}

function lineOf(order: Order, line: PricedLine, position: number): OrderLine {
  return Object.assign(new OrderLine(), {
    id: newId("lin", operator),
    orderId: order.id,
    position,
    productId: line.productId,
    quantity: line.quantity,
    unit: line.unit,
    unitAmount: line.unitPrice.amount,
    discount: "0",
    totalAmount: line.total.amount,
  } satisfies Omit<OrderLine, "product">);
}
