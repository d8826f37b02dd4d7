import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { loadPriceListsOf } from "../price-list/load-price-lists-of.ts";
import { PriceList } from "../price-list/price-list.ts";
import { Organization } from "./organization.ts";

/** What the catalogue knows of a company. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => [PriceList], {
    nullable: true,
    description:
      "The price lists at which the company sells or buys, the latest first, as far as the viewer may see them.",
  })
  async priceLists(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<PriceList[]> {
    return context.load(loadPriceListsOf, id);
  }
}
