import { manyBy } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { CustomerConnection } from "../customer/customer-connection.ts";
import type { Customer } from "../customer/customer.ts";
import { PageArgs } from "../customer/page-args.ts";
import { Membership } from "../person/membership.ts";
import { ReferentScope } from "../person/referent-scope.ts";
import { Referent } from "../person/referent.ts";
import { loadCustomersOf } from "./load-customers-of.ts";
import { Organization } from "./organization.ts";

const referentsOf = manyBy({
  entity: Referent,
  by: "organizationId",
  orderBy: { personId: "asc", place: "asc" },
});
const membersOf = manyBy({ entity: Membership, by: "organizationId", orderBy: { personId: "asc" } });

/** What this subgraph adds to a company. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => [Referent], {
    nullable: true,
    description: "The people to whom the viewer may turn.",
  })
  async referents(
    @Root() { id }: Organization,
    @Arg("scope", () => ReferentScope, {
      nullable: true,
      description: "Only those who are turned to for this.",
    })
    scope: ReferentScope | null | undefined,
    @Ctx() context: SubgraphContext,
  ): Promise<Referent[]> {
    const referents = await context.load(referentsOf, id);
    return scope ? referents.filter((referent) => referent.scope === scope) : referents;
  }

  @FieldResolver(() => [Membership], {
    nullable: true,
    description: "The company's buying centre, which no other company sees.",
  })
  async members(@Root() { id }: Organization, @Ctx() context: SubgraphContext): Promise<Membership[]> {
    return context.load(membersOf, id);
  }

  @FieldResolver(() => CustomerConnection, {
    nullable: true,
    description: "The customers that the company holds today, as far as the viewer may know of them.",
  })
  async customers(
    @Root() { id }: Organization,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Customer>> {
    return loadCustomersOf(context, { organization: id, first, after });
  }
}
