import { byId, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Agreement } from "../company/agreement.ts";
import { Organization } from "../company/organization.ts";
import { CustomerHolding } from "./customer-holding.ts";
import { Customer } from "./customer.ts";

/** The fields of a holding that lead elsewhere. */
@Resolver(() => CustomerHolding)
export class CustomerHoldingResolver {
  @FieldResolver(() => Customer, { nullable: true, description: "The customer that is held." })
  async customer(
    @Root() { customerId }: CustomerHolding,
    @Ctx() context: SubgraphContext,
  ): Promise<Customer | null> {
    return context.load(byId(Customer), customerId);
  }

  @FieldResolver(() => [Organization], {
    description: "The companies between which the hold was agreed: its holder and the customer's owners.",
  })
  agreedBy(@Root() { agreedByIds }: CustomerHolding): Organization[] {
    return agreedByIds.map(Organization.of);
  }

  @FieldResolver(() => Organization, { description: "The company that holds the customer." })
  organization(@Root() { organizationId }: CustomerHolding): Organization {
    return Organization.of(organizationId);
  }

  @Visible("AGREEMENT_EXISTENCE")
  @FieldResolver(() => Agreement, {
    nullable: true,
    description: "The agreement that the hold rests on; a customer of one's own needs none.",
  })
  agreement(@Root() { agreementId }: CustomerHolding): Agreement | null {
    return agreementId === null ? null : Agreement.of(agreementId);
  }
}
