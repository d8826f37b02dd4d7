import { Parties, Visible, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { CustomerKind } from "./customer-kind.ts";
import { customerRows } from "./customer-rows.ts";

/** A relation, not a person: one buyer and the companies that hold her as their customer. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "ownedBy",
  via: "sharedWith",
  subject: "id",
  buyer: "organization",
  basis: "lawfulPurposes",
  agreement: "holders.agreement",
})
@ObjectType({
  description: "A customer relation: one buyer and the companies that hold her as their customer.",
})
@Entity({ tableName: "customer" })
@VisibleRows(customerRows)
export class Customer {
  @Field(() => ID, {
    description: "The relation's id. The same buyer has another id in a relation with somebody else.",
  })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Visible("CUSTOMER_EXISTENCE")
  @Field(() => CustomerKind, {
    nullable: true,
    description: "Whether a person, a company or an administration buys.",
  })
  @Property({ type: "text" })
  kind!: CustomerKind;

  // Not fields: `organization`, `person` and `acquiredThrough` give the objects themselves.
  @Property({ type: "text", nullable: true })
  organizationId!: string | null;

  @Property({ type: "text", nullable: true })
  personId!: string | null;

  @Property({ type: "text", nullable: true })
  acquiredThroughId!: string | null;

  // Not a field: it only says which company may write the relation.
  @Property({ type: "text" })
  registeredById!: string;

  static of(customer: CustomerRow): Customer {
    return Object.assign(new Customer(), customer);
  }
}

/** A relation as it is stored. */
export type CustomerRow = Pick<
  Customer,
  "id" | "kind" | "organizationId" | "personId" | "acquiredThroughId" | "registeredById"
>;
