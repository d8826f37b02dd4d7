import { Classed, Masked, Parties, Visible, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import { listFacts } from "./list-facts.ts";
import { priceRows, ownPrices } from "./price-rows.ts";
import type { TierTerms } from "./price-tier.ts";

/** What one product costs on one list. Its fields are amounts of money, whose currency is the list's. */
@Parties({
  owner: "priceList.seller",
  seller: "priceList.seller",
  buyer: "priceList.buyer",
  category: "priceList.buyerCategories",
  product: "product",
})
@Visible("PRICE_SUPPLY")
@ObjectType({ description: "What one product costs on a price list." })
@Entity({ tableName: "price" })
@VisibleRows(priceRows)
@WritableRows({ insert: ownPrices, change: ownPrices, delete: ownPrices })
@Masked({
  rows: "PRICE_SUPPLY",
  facts: { ...listFacts("list"), product: { sql: "this.product_id", holds: "one" } },
  joins: { list: { table: "price_list", on: "list.id = this.price_list_id" } },
})
export class Price {
  @PrimaryKey({ type: "text" })
  priceListId!: string;

  @PrimaryKey({ type: "text" })
  productId!: string;

  @Classed("PRICE_SUPPLY")
  @Property({ type: "decimal", name: "unit_price" })
  amount!: string;

  @Classed("PRICE_SUPPLY")
  @Property({ type: "decimal", name: "prior_price", nullable: true })
  priorAmount!: string | null;

  @Classed("PRICE_SUPPLY")
  @Property({ type: "json", name: "tiers" })
  terms!: readonly TierTerms[];

  static of(price: Pick<Price, "priceListId" | "productId" | "amount" | "priorAmount" | "terms">): Price {
    return Object.assign(new Price(), price);
  }
}
