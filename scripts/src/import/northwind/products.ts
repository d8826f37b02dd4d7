import type { Row } from "../csv-rows.ts";
import { draft, type Draft } from "../delivery.ts";
import { CURRENCY, DISTRIBUTOR, supplierKey } from "./keys.ts";
import type { TableRow } from "./tables.ts";

/** A category of the distributor's catalogue. */
export function categoryDraft({ value, origin }: Row<TableRow<"categories">>): Draft {
  return draft("categories", { key: value.CategoryID, name: value.CategoryName }, origin);
}

/**
 * A product, made by its supplier, and the distributor's offer of it to everyone. The list prices are resale prices:
 * they belong into offers, which the seller keeps, and not into a price list, which the manufacturer keeps.
 */
export function productDrafts({ value, origin }: Row<TableRow<"products">>): Draft[] {
  const discontinued = value.Discontinued === "1";
  const packaging = value.QuantityPerUnit;
  const product = draft(
    "products",
    {
      key: value.ProductID,
      sku: `NW-${value.ProductID}`,
      name: value.ProductName,
      kind: "FINISHED_GOOD",
      status: discontinued ? "WITHDRAWN" : "ACTIVE",
      unit: "C62",
      manufacturer: supplierKey(value.SupplierID),
      category: value.CategoryID,
      specifications: packaging ? [{ name: "Packaging", value: packaging }] : [],
    },
    origin,
  );
  const offer = draft(
    "offers",
    {
      key: value.ProductID,
      product: value.ProductID,
      seller: DISTRIBUTOR,
      price: { amount: value.UnitPrice, currency: CURRENCY },
      available: !discontinued && value.UnitsInStock !== "0",
      stock: value.UnitsInStock,
      audience: "PUBLIC",
    },
    origin,
  );
  return [product, offer];
}
