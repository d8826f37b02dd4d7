import { byId, manyBy } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Agreement } from "../agreement/agreement.ts";
import { agreementsWith } from "../agreement/agreements-with.ts";
import { findOrganization, OrganizationArgs } from "./find-organization.ts";
import { Organization } from "./organization.ts";
import { Registration } from "./registration.ts";

const registrationsOf = manyBy({
  entity: Registration,
  by: "organizationId",
  orderBy: { scheme: "asc", value: "asc" },
});
const divisionsOf = manyBy({ entity: Organization, by: "parentId", orderBy: { name: "asc", id: "asc" } });

/** Looking organizations up, and the fields that lead from one elsewhere. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @Query(() => Organization, {
    nullable: true,
    description: "One organization, by exactly one of its id, SIREN or VAT number.",
  })
  async organization(
    @Args(() => OrganizationArgs) args: OrganizationArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return findOrganization(args, context);
  }

  @FieldResolver(() => [Registration], { description: "The numbers under which public registers know it." })
  async registrations(
    @Root() { id }: Organization,
    @Ctx() context: SubgraphContext,
  ): Promise<Registration[]> {
    return context.load(registrationsOf, id);
  }

  @FieldResolver(() => Organization, { nullable: true, description: "The company that it is a division of." })
  async parent(
    @Root() { parentId }: Organization,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return parentId === null ? null : context.load(byId(Organization), parentId);
  }

  @FieldResolver(() => [Organization], { description: "Its divisions." })
  async divisions(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<Organization[]> {
    return context.load(divisionsOf, id);
  }

  @FieldResolver(() => [Agreement], {
    nullable: true,
    description: "The agreements between it and your company; on your own company, all that you have.",
  })
  async agreements(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<Agreement[]> {
    return context.load(agreementsWith, id);
  }
}
