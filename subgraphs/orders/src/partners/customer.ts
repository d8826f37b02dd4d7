import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A customer relation; the companies that hold it know who she is, this subgraph what was ordered under it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A relation between a buyer and the companies that hold her as their customer." })
export class Customer {
  @Field(() => ID, { description: "The relation's id." })
  id!: string;
}
