import type { Importers, ImportTools } from "@maillon/subgraph-kit";
import type { ExchangeRecord } from "@maillon/schema/exchange";
import { Category } from "../category/category.ts";
import { Company } from "../company/company.ts";
import { importPriceLists } from "./import-price-lists.ts";
import { importProducts } from "./import-products.ts";

/** What the catalogue takes from a delivery. Of companies it keeps their roles only. */
export const importers: Importers = {
  companies: importCompanies,
  categories: importCategories,
  products: importProducts,
  "price-lists": importPriceLists,
};

async function importCompanies(
  records: readonly ExchangeRecord<"companies">[],
  { em, idOf }: ImportTools,
): Promise<void> {
  await em.upsertMany(
    Company,
    records.map(({ key, roles }) => ({ id: idOf("companies", key), roles })),
  );
}

async function importCategories(
  records: readonly ExchangeRecord<"categories">[],
  { em, idOf }: ImportTools,
): Promise<void> {
  const rows = records.map(({ key, name, gpcBrick = null, parent }) => ({
    id: idOf("categories", key),
    name,
    gpcBrick,
    parentId: parent === undefined ? null : idOf("categories", parent),
  }));
  await em.upsertMany(Category, rows);
}
