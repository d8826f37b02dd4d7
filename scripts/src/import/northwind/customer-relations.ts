import type { Row } from "../csv-rows.ts";
import { countryOfName } from "../country-of-name.ts";
import { draft, type Draft } from "../delivery.ts";
import { customerKey, DISTRIBUTOR } from "./keys.ts";
import type { TableRow } from "./tables.ts";

type OrderRow = Row<TableRow<"orders">>;

/**
 * The relations that the distributor holds with its customers. Each began with the first order; with those who never
 * ordered it began, for want of a date, on the first day of the order book.
 */
export function relationDrafts(
  customers: readonly Row<TableRow<"customers">>[],
  orders: readonly OrderRow[],
): Draft[] {
  const days = Map.groupBy(orders, ({ value }) => value.CustomerID);
  const firstDay = firstDayOf(orders);
  return customers.map(({ value, origin }) => {
    const own = days.get(value.CustomerID) ?? [];
    const key = customerKey(value.CustomerID);
    const since = own.length === 0 ? firstDay : firstDayOf(own);
    return draft(
      "customers",
      {
        key,
        kind: "BUSINESS",
        organization: key,
        holders: [{ company: DISTRIBUTOR, role: "OWNER", since }],
        country: countryOfName(value.Country),
        stage: stageAfter(own.length),
      },
      origin,
    );
  });
}

function firstDayOf(orders: readonly OrderRow[]): string {
  return orders.map(({ value }) => value.OrderDate).toSorted()[0] ?? "1970-01-01";
}

function stageAfter(orders: number): "PROSPECT" | "NEW" | "HABITUAL" {
  if (orders === 0) return "PROSPECT";
  return orders === 1 ? "NEW" : "HABITUAL";
}
