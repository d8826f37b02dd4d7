import { VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { ownProducts } from "./product-rows.ts";

/**
 * What a product costs its manufacturer. It lives in a table of its own, so that the row rule keeps it from everybody
 * else, even where a query forgets to.
 */
@Entity({ tableName: "product_cost" })
@VisibleRows(ownProducts)
export class ProductCost {
  /** The product's id. */
  @PrimaryKey({ type: "text" })
  id!: string;

  @Property({ type: "text" })
  manufacturerId!: string;

  @Property({ type: "decimal" })
  amount!: string;

  @Property({ type: "text" })
  currencyCode!: string;

  static of(cost: Pick<ProductCost, "id" | "manufacturerId" | "amount" | "currencyCode">): ProductCost {
    return Object.assign(new ProductCost(), cost);
  }
}
