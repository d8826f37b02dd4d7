import "reflect-metadata";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../partners/organization.ts";
import { stubOf } from "../partners/stub-of.ts";
import { Offer } from "./offer.ts";

/** Whom an offer is made to. */
@Resolver(() => Offer)
export class OfferResolver {
  @FieldResolver(() => [Organization], {
    description:
      "The companies that it is made to: all of them for its seller, at most itself for another one.",
  })
  offeredTo(@Root() { sellerId, audience }: Offer, @Ctx() { viewer }: SubgraphContext): Organization[] {
    const asking = viewer.kind === "company" ? viewer.organization : undefined;
    const told = asking === sellerId ? audience : audience.filter((company) => company === asking);
    return told.map((id) => stubOf(Organization, id));
  }
}
