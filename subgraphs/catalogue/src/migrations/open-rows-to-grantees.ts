import { replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { ownPriceLists, ownPrices, priceListRows, priceRows } from "../price-list/price-rows.ts";
import { costRows, ownProducts } from "../product/product-rows.ts";

/** Lets the masks decide on the rows of manufacturers who opened something to the viewer's company by an agreement. */
export class OpenRowsToGrantees extends Migration {
  override up(): void {
    for (const security of securities) for (const sql of replaceRowSecurity(security)) this.addSql(sql);
  }
}

const securities = [
  { table: "product_cost", read: costRows, write: ownProducts },
  { table: "price_list", read: priceListRows, write: ownPriceLists },
  { table: "price", read: priceRows, write: ownPrices },
];
