import { byId } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Agreement } from "../company/agreement.ts";
import { Organization } from "../company/organization.ts";
import { tariffCategoriesOf } from "../company/trade.ts";
import { EntriesArgs, loadEntries, PriceConnection } from "./load-entries.ts";
import { PriceListInput } from "./price-list-input.ts";
import { PriceList } from "./price-list.ts";
import type { Price } from "./price.ts";
import { publishPriceList } from "./publish-price-list.ts";

/** Reading and publishing price lists. */
@Resolver(() => PriceList)
export class PriceListResolver {
  @Query(() => PriceList, { nullable: true, description: "One price list." })
  async priceList(
    @Arg("id", () => ID, { description: "The price list's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<PriceList | null> {
    return context.load(byId(PriceList), id);
  }

  @Mutation(() => PriceList, {
    nullable: true,
    description: "Publishes a price list; it replaces its predecessor from its first day.",
  })
  async publishPriceList(
    @Arg("input", () => PriceListInput, { description: "The list and its prices." }) input: PriceListInput,
    @Ctx() context: SubgraphContext,
  ): Promise<PriceList> {
    return publishPriceList(input, context);
  }

  @FieldResolver(() => Organization, { description: "Who sells at these prices." })
  seller(@Root() { sellerId }: PriceList): Organization {
    return Organization.of(sellerId);
  }

  @FieldResolver(() => [String], {
    description:
      "The roles of the companies that a general tariff is for; none when the list is for one buyer.",
  })
  buyerCategories(@Root() { kind }: PriceList): readonly string[] {
    return tariffCategoriesOf(kind);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "For whom alone; absent for a general tariff.",
  })
  buyer(@Root() { buyerId }: PriceList): Organization | null {
    return buyerId === null ? null : Organization.of(buyerId);
  }

  @FieldResolver(() => Agreement, { nullable: true, description: "The agreement that the prices stand on." })
  agreement(@Root() { agreementId }: PriceList): Agreement | null {
    return agreementId === null ? null : Agreement.of(agreementId);
  }

  @FieldResolver(() => PriceConnection, {
    nullable: true,
    description: "The prices of the list, a page at a time.",
  })
  async entries(
    @Root() { id: priceListId }: PriceList,
    @Args(() => EntriesArgs) { first, after }: EntriesArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Price>> {
    return context.load(loadEntries, { priceListId, first, after: after ?? undefined });
  }
}
