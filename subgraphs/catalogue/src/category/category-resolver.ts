import { byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Category } from "./category.ts";

/** The fields of a category that lead elsewhere. */
@Resolver(() => Category)
export class CategoryResolver {
  @FieldResolver(() => Category, { nullable: true, description: "The shelf that this one is part of." })
  async parent(@Root() { parentId }: Category, @Ctx() context: SubgraphContext): Promise<Category | null> {
    return parentId === null ? null : context.load(byId(Category), parentId);
  }
}
