import type { Viewer } from "@maillon/schema";
import { withClient } from "@maillon/subgraph-kit/testing";
import type { EntityClass } from "@mikro-orm/core";
import { PriceList } from "./price-list/price-list.ts";
import { Price } from "./price-list/price.ts";
import { ProductCost } from "./product/product-cost.ts";
import { Product } from "./product/product.ts";
import { assortment, at, claire, openCatalogue, priceLists } from "./testing/example-chain.ts";

const tables: Record<string, EntityClass<object>> = {
  product: Product,
  product_cost: ProductCost,
  price_list: PriceList,
  price: Price,
};

const everything = { product: 4, product_cost: 1, price_list: 4, price: 5 };

const visible: [string, Viewer, typeof everything][] = [
  ["the manufacturer", at("fabrica"), everything],
  ["a buyer with a list", at("integra"), { product: 3, product_cost: 0, price_list: 2, price: 3 }],
  ["a rival with another list", at("rivalis"), { product: 3, product_cost: 0, price_list: 2, price: 3 }],
  ["a retailer", at("vega"), { product: 3, product_cost: 0, price_list: 1, price: 2 }],
  ["an administration with an award", at("nantes"), { product: 3, product_cost: 0, price_list: 1, price: 1 }],
  ["an end business", at("boulange"), { product: 3, product_cost: 0, price_list: 0, price: 0 }],
  ["another manufacturer", at("rohstoff"), { product: 3, product_cost: 0, price_list: 0, price: 0 }],
  ["a company that nobody knows", at("etrangere"), { product: 3, product_cost: 0, price_list: 0, price: 0 }],
  ["a consumer", claire, { product: 3, product_cost: 0, price_list: 0, price: 0 }],
];

/** Rows of each table that a viewer gets by entity, so by the filter of the query, or by plain SQL. */
async function countRows(count: (table: string, entity: EntityClass<object>) => Promise<number>) {
  const counts = Object.entries(tables).map(
    async ([table, entity]) => [table, await count(table, entity)] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
}

describe.each(visible)("the rows of %s", (_, viewer, expected) => {
  test("are those of the query's own rule, with row-level security off", async () => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    await withClient(catalogue.ownerUrl, async (client) => {
      for (const table of Object.keys(tables))
        await client.query(`alter table ${table} disable row level security`);
    });
    const counted = await countRows((_table, entity) => catalogue.database.as(viewer).count(entity, {}));
    expect(counted).toEqual(expected);
  });

  test("are those of row-level security, when the query has no rule", async () => {
    await using catalogue = await openCatalogue(...assortment(), ...priceLists());
    const counted = await countRows(async (table) => {
      const rows: unknown[] = await catalogue.database.as(viewer).execute(`select 1 from ${table}`);
      return rows.length;
    });
    expect(counted).toEqual(expected);
  });
});

test("without a viewer there are no rows, not even public ones", async () => {
  await using catalogue = await openCatalogue(...assortment(), ...priceLists());
  await withClient(catalogue.appUrl, async (client) => {
    for (const table of ["category", "company", ...Object.keys(tables)]) {
      const { rowCount } = await client.query(`select 1 from ${table}`);
      expect([table, rowCount]).toEqual([table, 0]);
    }
  });
});
