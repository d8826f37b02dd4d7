import "reflect-metadata";
import { Directive, Field, ObjectType } from "type-graphql";

/** Where a page ends. */
@Directive("@shareable")
@ObjectType({ description: "Whether more follows a page, and from where." })
export class PageInfo {
  @Field({ description: "Whether more objects follow for this viewer." })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: "Pass it as `after` to get the next page." })
  endCursor!: string | null;
}
