import { byId, manyBy, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Membership } from "./membership.ts";
import { PersonIdentity } from "./person-identity.ts";
import { Person } from "./person.ts";

const membershipsOf = manyBy({ entity: Membership, by: "personId", orderBy: { organizationId: "asc" } });

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
}
