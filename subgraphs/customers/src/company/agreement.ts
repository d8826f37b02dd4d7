import "reflect-metadata";
import { Directive, Field, ID, ObjectType } from "type-graphql";

/** An agreement between companies; only the compliance subgraph knows more than its id. */
@Directive('@key(fields: "id", resolvable: false)')
@ObjectType({ description: "A dated, versioned, co-signed record between companies." })
export class Agreement {
  @Field(() => ID, { description: "The agreement's id." })
  id!: string;

  static of(id: string): Agreement {
    return Object.assign(new Agreement(), { id });
  }
}
