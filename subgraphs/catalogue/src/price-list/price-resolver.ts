import { byId, Money } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Product } from "../product/product.ts";
import { PriceList } from "./price-list.ts";
import { PriceTier } from "./price-tier.ts";
import { Price } from "./price.ts";

/** The fields of a price; all of them need the currency of the list. */
@Resolver(() => Price)
export class PriceResolver {
  @FieldResolver(() => PriceList, { description: "The list that the price stands on." })
  async priceList(@Root() price: Price, @Ctx() context: SubgraphContext): Promise<PriceList> {
    return listOf(price, context);
  }

  @FieldResolver(() => Product, { nullable: true, description: "The product; absent while it is a draft." })
  async product(@Root() { productId }: Price, @Ctx() context: SubgraphContext): Promise<Product | null> {
    return context.load(byId(Product), productId);
  }

  @FieldResolver(() => Money, { nullable: true, description: "The price of one unit without any tier." })
  async unitPrice(@Root() price: Price, @Ctx() context: SubgraphContext): Promise<Money> {
    return Money.of(price.amount, await currencyOf(price, context));
  }

  @FieldResolver(() => Money, { nullable: true, description: "The price before the list's last change." })
  async priorPrice(@Root() price: Price, @Ctx() context: SubgraphContext): Promise<Money | null> {
    if (price.priorAmount === null) return null;
    return Money.of(price.priorAmount, await currencyOf(price, context));
  }

  @FieldResolver(() => [PriceTier], { nullable: true, description: "Better prices and what they take." })
  async tiers(@Root() price: Price, @Ctx() context: SubgraphContext): Promise<PriceTier[]> {
    const currencyCode = await currencyOf(price, context);
    return price.terms.map((terms) => PriceTier.of(terms, currencyCode));
  }
}

async function currencyOf(price: Price, context: SubgraphContext): Promise<string> {
  return (await listOf(price, context)).currencyCode;
}

async function listOf({ priceListId }: Price, context: SubgraphContext): Promise<PriceList> {
  const list = await context.load(byId(PriceList), priceListId);
  if (list === null) throw new Error("A price was visible although its list is not.");
  return list;
}
