import "reflect-metadata";
import { Field, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";
import { PageInfo } from "./page-info.ts";

/** A page of a list; there is no total, since a count tells about rows that the viewer may not see. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
}

/** The connection type of an object type: `@ObjectType() class ProductConnection extends pageOf(Product) {}`. */
export function pageOf<Node extends object>(node: ClassType<Node>): abstract new () => Page<Node> {
  @ObjectType()
  abstract class NodePage implements Page<Node> {
    @Field(() => [node], { description: "The objects of this page." })
    nodes!: Node[];

    @Field(() => PageInfo, { description: "Whether more follows." })
    pageInfo!: PageInfo;
  }
  return NodePage;
}
