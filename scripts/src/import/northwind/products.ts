import type { Row } from "../csv-rows.ts";
import { draft, type Draft } from "../delivery.ts";
import { CURRENCY, DISTRIBUTOR, startOf, supplierKey } from "./keys.ts";
import type { TableRow } from "./tables.ts";

type ProductRow = Row<TableRow<"products">>;

/** A category of the distributor's catalogue. */
export function categoryDraft({ value, origin }: Row<TableRow<"categories">>): Draft {
  return draft("categories", { key: value.CategoryID, name: value.CategoryName }, origin);
}

/** A product, made by its supplier, and the distributor's offer of it to everyone. */
export function productDrafts({ value, origin }: ProductRow): Draft[] {
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

/** The distributor's list prices, valid from the first day of its order book. */
export function tariffDrafts(products: readonly ProductRow[], firstDay: string): Draft[] {
  const [first] = products;
  if (!first) return [];
  const tariff = draft(
    "price-lists",
    {
      key: "tariff",
      kind: "GENERAL_TARIFF",
      seller: DISTRIBUTOR,
      currency: CURRENCY,
      validFrom: startOf(firstDay),
      entries: products.map(({ value }) => ({ product: value.ProductID, unitPrice: value.UnitPrice })),
    },
    first.origin,
  );
  return [tariff];
}
