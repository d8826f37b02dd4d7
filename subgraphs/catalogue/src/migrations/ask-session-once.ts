import { everyRow, noRow, replaceRowSecurity } from "@maillon/subgraph-kit";
import { Migration } from "@mikro-orm/migrations";
import { ownPriceLists, ownPrices, priceListRows, priceRows } from "../price-list/price-rows.ts";
import { costRows, ownProducts, productRows } from "../product/product-rows.ts";

/** Lets statements ask once who the viewer is, instead of once for each row. */
export class AskSessionOnce extends Migration {
  override up(): void {
    for (const sql of securities.flatMap((each) => replaceRowSecurity(each))) this.addSql(sql);
  }
}

const securities = [
  { table: "company", read: everyRow, write: noRow },
  { table: "category", read: everyRow, write: noRow },
  { table: "product", read: productRows, write: ownProducts },
  { table: "product_cost", read: costRows, write: ownProducts },
  { table: "price_list", read: priceListRows, write: ownPriceLists },
  { table: "price", read: priceRows, write: ownPrices },
];
