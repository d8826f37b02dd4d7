import { byId, Money, Visible } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Category } from "../category/category.ts";
import { Organization } from "../company/organization.ts";
import { loadSupplyPrices } from "../supply-price/load-supply-prices.ts";
import { SupplyPriceArgs } from "../supply-price/supply-price-args.ts";
import { SupplyPrice } from "../supply-price/supply-price.ts";
import { findProduct } from "./find-product.ts";
import { listProducts, ProductConnection, ProductsArgs } from "./list-products.ts";
import { ProductCost } from "./product-cost.ts";
import { ProductInput } from "./product-input.ts";
import { ProductKeyArgs } from "./product-key-args.ts";
import { Product } from "./product.ts";
import { upsertProduct } from "./upsert-product.ts";
import { withdrawProduct } from "./withdraw-product.ts";

/** Reading and changing products. */
@Resolver(() => Product)
export class ProductResolver {
  @Query(() => Product, { nullable: true, description: "One product, by id, GTIN or own article number." })
  async product(
    @Args(() => ProductKeyArgs) key: ProductKeyArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Product | null> {
    return findProduct(key, context);
  }

  @Query(() => ProductConnection, { description: "The products on sale, by name." })
  async products(
    @Args(() => ProductsArgs) args: ProductsArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Product>> {
    return listProducts(args, context);
  }

  @Mutation(() => Product, { description: "Creates or changes the product with this article number." })
  async upsertProduct(
    @Arg("input", () => ProductInput, { description: "The product as it is from now on." })
    input: ProductInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Product> {
    return upsertProduct(input, context);
  }

  @Mutation(() => Product, { description: "Takes a product off sale for good." })
  async withdrawProduct(
    @Arg("id", () => ID, { description: "The product's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Product> {
    return withdrawProduct(id, context);
  }

  @Visible("PUBLIC")
  @FieldResolver(() => Organization, { description: "Who makes it and describes it." })
  manufacturer(@Root() { manufacturerId }: Product): Organization {
    return Organization.of(manufacturerId);
  }

  @Visible("PUBLIC")
  @FieldResolver(() => Category, { nullable: true, description: "The shelf it stands on." })
  async category(@Root() { categoryId }: Product, @Ctx() context: SubgraphContext): Promise<Category | null> {
    return categoryId === null ? null : context.load(byId(Category), categoryId);
  }

  @Visible("PUBLIC")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "A price for consumers that the manufacturer recommends; it binds no seller.",
  })
  recommendedRetailPrice(@Root() { retailPrice, retailCurrency }: Product): Money | null {
    return retailPrice === null || retailCurrency === null ? null : Money.of(retailPrice, retailCurrency);
  }

  // The price decides for itself: it is as open as the list that it stands on.
  @Visible("PUBLIC")
  @FieldResolver(() => SupplyPrice, {
    nullable: true,
    description:
      "What the manufacturer sells it for to the viewer's company, with the list and tier behind the price.",
  })
  async supplyPrice(
    @Root() { id: productId, manufacturerId }: Product,
    @Args(() => SupplyPriceArgs) { quantity, commitmentMonths, currencyCode }: SupplyPriceArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<SupplyPrice | null> {
    const question = { productId, manufacturerId, quantity, commitmentMonths };
    return context.load(loadSupplyPrices, { ...question, currencyCode: currencyCode ?? undefined });
  }

  @Visible("PRICE_COST")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "What it costs its manufacturer, who alone reads it.",
  })
  async unitCost(@Root() { id }: Product, @Ctx() context: SubgraphContext): Promise<Money | null> {
    const cost = await context.load(byId(ProductCost), id);
    return cost === null ? null : Money.of(cost.amount, cost.currencyCode);
  }
}
