import { byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../organization/organization.ts";
import { AgreementParty } from "./agreement-party.ts";

/** The company behind a party. */
@Resolver(() => AgreementParty)
export class PartyResolver {
  @FieldResolver(() => Organization, { description: "The company." })
  async organization(
    @Root() { organizationId }: AgreementParty,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return context.load(byId(Organization), organizationId);
  }
}
