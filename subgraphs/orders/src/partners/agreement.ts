import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An agreement; the trusted third party keeps its text, this subgraph the orders that were placed under it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A dated, co-signed record between companies." })
export class Agreement {
  @Field(() => ID, { description: "The agreement's id." })
  id!: string;
}
