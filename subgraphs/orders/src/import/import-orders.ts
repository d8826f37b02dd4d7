import type { Importer } from "@maillon/subgraph-kit";
import { OrderLine } from "../line/order-line.ts";
import { Order } from "../order/order.ts";
import { Shipment } from "../shipment/shipment.ts";
import { lineRows, orderRow, shipmentRows } from "./order-columns.ts";

/**
 * Stores orders with their lines and shipments by their derived ids. Lines and shipments that a later delivery no
 * longer has are removed: the delivery says what the order is.
 */
export const importOrders: Importer<"orders"> = async (records, { em, idOf }) => {
  const orders = records.map((record) => orderRow(record, idOf));
  const lines = records.flatMap((record) => lineRows(record, idOf));
  const shipments = records.flatMap((record) => shipmentRows(record, idOf));
  const earlierParts = (parts: readonly { id: string }[]) => ({
    orderId: { $in: orders.map(({ id }) => id) },
    id: { $nin: parts.map(({ id }) => id) },
  });
  await em.upsertMany(Order, orders);
  await em.nativeDelete(OrderLine, earlierParts(lines));
  await em.upsertMany(OrderLine, lines);
  await em.nativeDelete(Shipment, earlierParts(shipments));
  if (shipments.length > 0) await em.upsertMany(Shipment, shipments);
};
