import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, Query, Resolver } from "type-graphql";
import { loadMe } from "./load-me.ts";
import { Person } from "./person.ts";

/** Who asks. */
@Resolver(() => Person)
export class MeResolver {
  @Query(() => Person, {
    nullable: true,
    description: "The consumer who asks; null when a company does.",
  })
  async me(@Ctx() context: SubgraphContext): Promise<Person | null> {
    return loadMe(context);
  }
}
