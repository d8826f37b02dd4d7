import { DateTime, Money, Parties, Visible } from "@maillon/subgraph-kit";
import { Field, ObjectType } from "type-graphql";
import { PriceList } from "../price-list/price-list.ts";
import { PriceTier } from "../price-list/price-tier.ts";

/** What a product costs the viewer's company, and how that price came about. */
@Parties({
  owner: "priceList.seller",
  seller: "priceList.seller",
  buyer: "priceList.buyer",
  category: "priceList.buyerCategories",
})
@Visible("PRICE_SUPPLY")
@ObjectType({ description: "What a product costs the viewer's company, and how that price came about." })
export class SupplyPrice {
  @Field(() => Money, { description: "The price of one unit." })
  unitPrice!: Money;

  @Field(() => Money, { nullable: true, description: "The list's price before its last change." })
  priorPrice!: Money | null;

  @Field(() => PriceTier, {
    nullable: true,
    description: "The tier that earned the price; absent for the basic price.",
  })
  appliedTier!: PriceTier | null;

  @Field(() => PriceList, { description: "The list that the price stands on." })
  priceList!: PriceList;

  @Field(() => DateTime, { nullable: true, description: "Until when the price applies; open when absent." })
  validUntil!: Date | null;

  static of(price: SupplyPrice): SupplyPrice {
    return Object.assign(new SupplyPrice(), price);
  }
}
