import { byId, Money, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../company/organization.ts";
import { Membership } from "./membership.ts";
import { Person } from "./person.ts";

/** The fields of a membership that lead elsewhere. */
@Resolver(() => Membership)
export class MembershipResolver {
  @FieldResolver(() => Organization, { description: "The company whose buying centre it is." })
  organization(@Root() { organizationId }: Membership): Organization {
    return Organization.of(organizationId);
  }

  @FieldResolver(() => Person, { nullable: true, description: "The member." })
  async person(@Root() { personId }: Membership, @Ctx() context: SubgraphContext): Promise<Person | null> {
    return context.load(byId(Person), personId);
  }

  @Visible("DECISION")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The highest amount on which the member may decide alone.",
  })
  approvalLimit(@Root() { limitAmount, limitCurrency }: Membership): Money | null {
    return limitAmount === null || limitCurrency === null ? null : Money.of(limitAmount, limitCurrency);
  }
}
