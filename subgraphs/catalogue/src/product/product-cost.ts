import { Classed, Masked, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { costRows, ownProducts } from "./product-rows.ts";

/**
 * What a product costs its manufacturer. It lives in a table of its own, so that whoever may not read it finds no row.
 */
@Entity({ tableName: "product_cost" })
@VisibleRows(costRows)
@WritableRows({ insert: ownProducts, change: ownProducts, delete: ownProducts })
@Masked({
  rows: "PRICE_COST",
  facts: {
    owner: { sql: "this.manufacturer_id", holds: "one" },
    product: { sql: "this.id", holds: "one" },
  },
})
export class ProductCost {
  /** The product's id. */
  @PrimaryKey({ type: "text" })
  id!: string;

  @Classed("PRICE_COST")
  @Property({ type: "text" })
  manufacturerId!: string;

  @Classed("PRICE_COST")
  @Property({ type: "decimal" })
  amount!: string;

  @Classed("PRICE_COST")
  @Property({ type: "text" })
  currencyCode!: string;

  static of(cost: Pick<ProductCost, "id" | "manufacturerId" | "amount" | "currencyCode">): ProductCost {
    return Object.assign(new ProductCost(), cost);
  }
}
