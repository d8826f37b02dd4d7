import { Parties, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { personRows } from "./person-rows.ts";

/** A human being; the name is kept apart, in `PersonIdentity`. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "knownTo",
  via: "relations.sharedWith",
  subject: "relations",
  basis: "lawfulPurposes",
  agreement: "relations.holders.agreement",
})
@ObjectType({ description: "A human being: a consumer, or someone at a company." })
@Entity({ tableName: "person" })
@VisibleRows(personRows)
export class Person {
  @Field(() => ID, { description: "The person's id, a pseudonym of this subgraph." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not a field: it only says which company may write the person; null for whoever came by an import.
  @Property({ type: "text", nullable: true })
  registeredById!: string | null;

  static of(person: Pick<Person, "id" | "registeredById">): Person {
    return Object.assign(new Person(), person);
  }
}
