import { byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Organization } from "../company/organization.ts";
import { Person } from "./person.ts";
import { Referent } from "./referent.ts";

/** The fields of a referent that lead elsewhere. */
@Resolver(() => Referent)
export class ReferentResolver {
  @FieldResolver(() => [Organization], {
    description:
      "The companies between which the referent stands: her own and, for a partner, the partner itself.",
  })
  between(@Root() { betweenIds }: Referent): Organization[] {
    return betweenIds.map(Organization.of);
  }

  @FieldResolver(() => Person, { description: "Whom to turn to." })
  async person(@Root() { personId }: Referent, @Ctx() context: SubgraphContext): Promise<Person | null> {
    return context.load(byId(Person), personId);
  }

  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The partner for whom the person is there; every partner when absent.",
  })
  forPartner(@Root() { forPartnerId }: Referent): Organization | null {
    return forPartnerId === null ? null : Organization.of(forPartnerId);
  }
}
