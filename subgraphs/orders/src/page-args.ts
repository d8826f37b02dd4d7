import "reflect-metadata";
import { ArgsType, Field, Int } from "type-graphql";

/** Which part of a list is wanted. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "How many objects at most, up to 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "The `endCursor` of the page before." })
  after?: string | null;
}
