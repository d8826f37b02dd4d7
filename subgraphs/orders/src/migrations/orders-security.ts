import { everyRow, noRow, type RowSecurity } from "@maillon/subgraph-kit";
import { offerRows } from "../offer/offer.ts";
import { orderRows, partOfOrderRows, placedPartRows, placedRows } from "../order/order-rows.ts";
import { shipmentRows } from "../shipment/shipment-rows.ts";

// What was placed stands: not even its buyer may change or delete it.
const placed = { change: noRow, delete: noRow };

/** Who reads and writes the rows of each table. A change of a rule needs a migration that replaces its policies. */
export const ordersSecurity: readonly RowSecurity[] = [
  { table: "trade_order", read: orderRows, write: { insert: placedRows, ...placed } },
  { table: "order_line", read: partOfOrderRows, write: { insert: placedPartRows, ...placed } },
  { table: "shipment", read: shipmentRows, write: noRow },
  { table: "offer", read: offerRows, write: noRow },
  { table: "award", read: everyRow, write: noRow },
];
