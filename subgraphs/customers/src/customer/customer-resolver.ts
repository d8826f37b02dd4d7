import { byId, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Organization } from "../company/organization.ts";
import { Person } from "../person/person.ts";
import { BuyingSituation } from "./buying-situation.ts";
import { Consent, consentsOf } from "./consent.ts";
import { CustomerHolding, holdingsOf } from "./customer-holding.ts";
import { CustomerProfile } from "./customer-profile.ts";
import { Customer } from "./customer.ts";
import { Lifecycle } from "./lifecycle.ts";

/** The profile, or null for a viewer who only knows that the customer exists. */
const profileOf = ({ id }: Customer, context: SubgraphContext): Promise<CustomerProfile | null> =>
  context.load(byId(CustomerProfile), id);

/** The fields of a customer that lead elsewhere. */
@Resolver(() => Customer)
export class CustomerResolver {
  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => [CustomerHolding], {
    nullable: true,
    description: "The companies that hold the customer today.",
  })
  async holders(@Root() { id }: Customer, @Ctx() context: SubgraphContext): Promise<CustomerHolding[]> {
    return context.load(holdingsOf, id);
  }

  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => [Organization], {
    nullable: true,
    description: "The companies whose own customer it is; only they can let others see more.",
  })
  ownedBy(@Root() { ownerIds }: Customer): Organization[] {
    return ownerIds.map(Organization.of);
  }

  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => [Organization], {
    nullable: true,
    description: "The companies that hold the customer beside its owners.",
  })
  sharedWith(@Root() { coHolderIds }: Customer): Organization[] {
    return coHolderIds.map(Organization.of);
  }

  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The company through which the customer was acquired.",
  })
  acquiredThrough(@Root() { acquiredThroughId }: Customer): Organization | null {
    return acquiredThroughId === null ? null : Organization.of(acquiredThroughId);
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "Who the customer is; null for a consumer.",
  })
  organization(@Root() { organizationId }: Customer): Organization | null {
    return organizationId === null ? null : Organization.of(organizationId);
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => Person, {
    nullable: true,
    description: "Who the customer is; null unless it is a consumer.",
  })
  async person(@Root() { personId }: Customer, @Ctx() context: SubgraphContext): Promise<Person | null> {
    return personId === null ? null : context.load(byId(Person), personId);
  }

  @Visible("CUSTOMER_PROFILE")
  @FieldResolver(() => Lifecycle, { nullable: true, description: "How far the relation has come." })
  async stage(@Root() customer: Customer, @Ctx() context: SubgraphContext): Promise<Lifecycle | null> {
    return (await profileOf(customer, context))?.stage ?? null;
  }

  @Visible("CUSTOMER_PROFILE")
  @FieldResolver(() => [String], {
    nullable: true,
    description: "The groups into which its holder sorts the customer.",
  })
  async segments(@Root() customer: Customer, @Ctx() context: SubgraphContext): Promise<string[] | null> {
    return (await profileOf(customer, context))?.segments ?? null;
  }

  @Visible("CUSTOMER_PROFILE")
  @FieldResolver(() => BuyingSituation, {
    nullable: true,
    description: "The situation in which the customer buys.",
  })
  async situation(
    @Root() customer: Customer,
    @Ctx() context: SubgraphContext,
  ): Promise<BuyingSituation | null> {
    return (await profileOf(customer, context))?.situation ?? null;
  }

  @Visible("CUSTOMER_PROFILE")
  @FieldResolver(() => Int, { nullable: true, description: "Points of the holder's loyalty programme." })
  async loyaltyPoints(@Root() customer: Customer, @Ctx() context: SubgraphContext): Promise<number | null> {
    return (await profileOf(customer, context))?.loyaltyPoints ?? null;
  }

  @Visible("CUSTOMER_PROFILE")
  @FieldResolver(() => [Organization], {
    nullable: true,
    description: "The organizations that this consumer brought in.",
  })
  async introduced(
    @Root() customer: Customer,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization[] | null> {
    return (await profileOf(customer, context))?.introducedIds.map((id) => Organization.of(id)) ?? null;
  }

  @Visible("DATA_SUBJECT")
  @FieldResolver(() => [Consent], {
    nullable: true,
    description: "What the consumer agreed to or refused, oldest first.",
  })
  async consents(
    @Root() { id, consentsAreKnown }: Customer,
    @Ctx() context: SubgraphContext,
  ): Promise<Consent[] | null> {
    return consentsAreKnown === null ? null : context.load(consentsOf, id);
  }
}
