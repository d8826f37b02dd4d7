import type { ImportTools } from "@maillon/subgraph-kit";
import type { ProductRecord } from "@maillon/schema/exchange";
import { ProductCost } from "../product/product-cost.ts";
import { Product } from "../product/product.ts";
import type { ProductRow } from "../product/product.ts";

/** Stores products and what they cost their manufacturers. */
export async function importProducts(records: readonly ProductRecord[], tools: ImportTools): Promise<void> {
  const { em } = tools;
  const updatedAt = new Date();
  const products = records.map((record) => productOf(record, tools, updatedAt));
  await em.upsertMany(Product, products);
  const costs = records.map((record) => costOf(record, tools));
  const stated = costs.filter((cost) => cost.amount !== undefined);
  if (stated.length > 0) await em.upsertMany(ProductCost, stated);
  const unstated = costs.filter((cost) => cost.amount === undefined).map(({ id }) => id);
  await em.nativeDelete(ProductCost, { id: { $in: unstated } });
}

function productOf(record: ProductRecord, { idOf }: ImportTools, updatedAt: Date): ProductRow {
  const { sku, name, kind, status, unit, gtin = null, description = null, brand = null } = record;
  return {
    id: idOf("products", record.key),
    manufacturerId: idOf("companies", record.manufacturer),
    sku,
    gtin,
    name,
    description,
    brand,
    kind,
    status,
    unit,
    categoryId: record.category === undefined ? null : idOf("categories", record.category),
    retailPrice: record.recommendedRetailPrice?.amount ?? null,
    retailCurrency: record.recommendedRetailPrice?.currency ?? null,
    updatedAt,
  };
}

function costOf({ key, manufacturer, unitCost }: ProductRecord, { idOf }: ImportTools) {
  return {
    id: idOf("products", key),
    manufacturerId: idOf("companies", manufacturer),
    amount: unitCost?.amount,
    currencyCode: unitCost?.currency,
  };
}
