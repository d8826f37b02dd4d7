import { lineTotalOf, totalOf, type ExchangeInput } from "@maillon/schema/exchange";
import { Big } from "big.js";
import type { Fault, Row } from "../csv-rows.ts";
import { draft, type Delivery, type Draft, type Rejection } from "../delivery.ts";
import { CURRENCY, customerKey, DISTRIBUTOR, shipperKey, startOf } from "./keys.ts";
import type { TableRow } from "./tables.ts";

type OrderRow = Row<TableRow<"orders">>;
type LineRow = Row<TableRow<"lines">>;

/**
 * The orders with their lines. An order one of whose lines could not be read is left out whole: its total would be
 * wrong. A line whose order is not there is left out too.
 */
export function orderDrafts(
  orders: readonly OrderRow[],
  lines: { rows: LineRow[]; faults: Fault[] },
): Delivery {
  const linesOf = Map.groupBy(lines.rows, ({ value }) => value.OrderID);
  const faultOf = new Map(lines.faults.map((fault) => [fault.raw["OrderID"], fault]));
  const rejections: Rejection[] = [...lines.faults, ...strayLines(orders, lines.rows)];
  const drafts = orders.flatMap((order) => {
    const fault = faultOf.get(order.value.OrderID);
    if (!fault)
      return [
        orderDraft(
          order,
          (linesOf.get(order.value.OrderID) ?? []).map(({ value }) => value),
        ),
      ];
    const reason = `has a line that was rejected (${fault.origin.name}:${fault.origin.line})`;
    rejections.push({ file: "orders", origin: order.origin, reason });
    return [];
  });
  return { drafts, rejections };
}

function strayLines(orders: readonly OrderRow[], lines: readonly LineRow[]): Rejection[] {
  const known = new Set(orders.map(({ value }) => value.OrderID));
  return lines
    .filter(({ value }) => !known.has(value.OrderID))
    .map(({ value, origin }) => ({
      file: "orders",
      origin,
      reason: `belongs to order ${value.OrderID}, which is absent or rejected`,
    }));
}

/**
 * An order with its lines and its one shipment. Amounts are exact: unit price × quantity × (1 − discount) has up to
 * four decimals, and nothing is rounded before a report rounds its sum. Where the goods went is left behind.
 */
function orderDraft({ value, origin }: Row<TableRow<"orders">>, rows: readonly TableRow<"lines">[]): Draft {
  const lines = rows.map(lineOf);
  const shipped = value.ShippedDate !== "";
  return draft(
    "orders",
    {
      key: value.OrderID,
      number: value.OrderID,
      model: "B2B",
      state: shipped ? "COMPLETE" : "OPEN",
      seller: DISTRIBUTOR,
      buyer: customerKey(value.CustomerID),
      customer: customerKey(value.CustomerID),
      currency: CURRENCY,
      lines,
      total: totalOf(lines),
      placedAt: startOf(value.OrderDate),
      requestedDeliveryAt: startOf(value.RequiredDate),
      shipments: [
        {
          key: "1",
          state: shipped ? "SHIPPED" : "PENDING",
          carrier: shipperKey(value.ShipVia),
          promisedAt: startOf(value.RequiredDate),
          ...(shipped && { shippedAt: startOf(value.ShippedDate) }),
          cost: { amount: value.Freight, currency: CURRENCY },
        },
      ],
    },
    origin,
  );
}

function lineOf(row: TableRow<"lines">): ExchangeInput<"orders">["lines"][number] {
  const price = {
    unitPrice: row.UnitPrice,
    quantity: row.Quantity,
    discountPercent: Big(row.Discount).times(100).toFixed(),
  };
  return { key: row.ProductID, product: row.ProductID, unit: "C62", ...price, lineTotal: lineTotalOf(price) };
}
