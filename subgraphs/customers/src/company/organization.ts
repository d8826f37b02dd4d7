import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A company; the compliance subgraph knows who it is, this one adds its people and its customers. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A company, administration or regulator of the chain." })
export class Organization {
  @Field(() => ID, { description: "The organization's id." })
  id!: string;

  static of(id: string): Organization {
    return Object.assign(new Organization(), { id });
  }
}
