import { Classed, Masked, Parties, Visible, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { PERSON_FACTS, personMask } from "./person-mask.ts";
import { personRows, ownPersons } from "./person-rows.ts";

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
@WritableRows({ insert: ownPersons })
@Masked({ ...personMask("this.id"), computed: PERSON_FACTS })
export class Person {
  @Field(() => ID, { description: "The person's id, a pseudonym of this subgraph." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not a field: it only says which company may write the person; null for whoever came by an import.
  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  registeredById!: string | null;

  // Not fields: `knownTo` and `relations` give the objects themselves.
  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "string[]", persist: false })
  knownToIds!: string[];

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "string[]", persist: false })
  relationIds!: string[];

  @Visible("CUSTOMER_IDENTITY")
  @Field(() => [String], {
    nullable: true,
    description: "The purposes for which a lawful basis is in force to show who the person is.",
  })
  @Property({ type: "string[]", persist: false })
  lawfulPurposes!: string[];

  static of(person: Pick<Person, "id" | "registeredById">): Person {
    return Object.assign(new Person(), person);
  }
}
