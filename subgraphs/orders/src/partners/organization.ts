import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A company; the trusted third party knows its name, this subgraph the orders that it is a party to. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A company of the chain." })
export class Organization {
  @Field(() => ID, { description: "The company's id." })
  id!: string;
}
