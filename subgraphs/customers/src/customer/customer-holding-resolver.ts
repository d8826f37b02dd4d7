import { Visible } from "@maillon/subgraph-kit";
import { FieldResolver, Resolver, Root } from "type-graphql";
import { Agreement } from "../company/agreement.ts";
import { Organization } from "../company/organization.ts";
import { CustomerHolding } from "./customer-holding.ts";

/** The fields of a holding that lead elsewhere. */
@Resolver(() => CustomerHolding)
export class CustomerHoldingResolver {
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
