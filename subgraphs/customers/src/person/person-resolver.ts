import { byId, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../company/organization.ts";
import { Customer } from "../customer/customer.ts";
import { Membership, membershipsOf } from "./membership.ts";
import { PersonIdentity } from "./person-identity.ts";
import { Person } from "./person.ts";

/** The identity, or null for a viewer who only knows that the person exists. */
const identityOf = ({ id }: Person, context: SubgraphContext): Promise<PersonIdentity | null> =>
  context.load(byId(PersonIdentity), id);

/** The fields of a person that lead elsewhere. */
@Resolver(() => Person)
export class PersonResolver {
  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => String, { nullable: true, description: "What the person is called." })
  async displayName(@Root() person: Person, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await identityOf(person, context))?.displayName ?? null;
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => String, { nullable: true, description: "Where the person gets e-mail." })
  async email(@Root() person: Person, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await identityOf(person, context))?.email ?? null;
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => String, { nullable: true, description: "Where the person is called." })
  async phone(@Root() person: Person, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await identityOf(person, context))?.phone ?? null;
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => String, {
    nullable: true,
    description: "The language and region that the person prefers, such as fr-FR.",
  })
  async locale(@Root() person: Person, @Ctx() context: SubgraphContext): Promise<string | null> {
    return (await identityOf(person, context))?.locale ?? null;
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => [Membership], {
    nullable: true,
    description: "The buying centres that the person belongs to, as far as the viewer may know of them.",
  })
  async memberships(@Root() { id }: Person, @Ctx() context: SubgraphContext): Promise<Membership[]> {
    return context.load(membershipsOf, id);
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => [Customer], {
    nullable: true,
    description: "The customer relations in which the person buys, as far as the viewer knows of them.",
  })
  async relations(@Root() { relationIds }: Person, @Ctx() context: SubgraphContext): Promise<Customer[]> {
    const relations = await Promise.all(relationIds.map((id) => context.load(byId(Customer), id)));
    return relations.filter((relation) => relation !== null);
  }

  @Visible("CUSTOMER_IDENTITY")
  @FieldResolver(() => [Organization], {
    nullable: true,
    description:
      "The companies that hold the person's name by right: whose customer or member she is, or for whom she was named.",
  })
  knownTo(@Root() { knownToIds }: Person): Organization[] {
    return knownToIds.map(Organization.of);
  }
}
