import type { RowRule } from "@maillon/subgraph-kit";
import { partOfOrderRows } from "../order/order-rows.ts";

/** A shipment is the parties' of its order, and its carrier's, who learns nothing of the order by it. */
export const shipmentRows: RowRule = (row, viewer) =>
  `${row}.carrier_id = ${viewer.organization} or ${partOfOrderRows(row, viewer)}`;
