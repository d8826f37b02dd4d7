import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** A product; its manufacturer describes it, this subgraph knows who offers it. */
@Directive('@key(fields: "id")')
@ObjectType({ description: "A good, service or software of the catalogue." })
export class Product {
  @Field(() => ID, { description: "The product's id." })
  id!: string;
}
