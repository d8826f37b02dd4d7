import {
  Classed,
  CountryCode,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { CustomerKind } from "./customer-kind.ts";
import { customerRows, ownRegistrations } from "./customer-rows.ts";
import { holdingsOf, relationFacts } from "./relation-facts.ts";

/** A relation, not a person: one buyer and the companies that hold her as their customer. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "ownedBy",
  via: "sharedWith",
  subject: "id",
  buyer: "organization",
  basis: "lawfulPurposes",
  agreement: "holders.agreement",
  territory: "country",
})
@ObjectType({
  description: "A customer relation: one buyer and the companies that hold her as their customer.",
})
@Entity({ tableName: "customer" })
@VisibleRows(customerRows)
@WritableRows({ insert: ownRegistrations })
@Masked({
  rows: "CUSTOMER_EXISTENCE",
  facts: relationFacts("this"),
  joins: holdingsOf("this"),
  computed: {
    ownerIds: "holding.owners",
    coHolderIds: "coalesce(holding.others, '{}')",
    lawfulPurposes: "holding.purposes",
    consentsAreKnown: "true",
  },
})
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

  @Visible("CUSTOMER_EXISTENCE")
  @Field(() => CountryCode, { nullable: true, description: "The country where the customer is." })
  @Property({ type: "text", nullable: true })
  country!: string | null;

  // Not fields: `organization`, `person` and `acquiredThrough` give the objects themselves.
  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  organizationId!: string | null;

  @Classed("CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  personId!: string | null;

  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text", nullable: true })
  acquiredThroughId!: string | null;

  // Not a field: it only says which company may write the relation.
  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text" })
  registeredById!: string;

  // Not fields: `ownedBy` and `sharedWith` give the companies themselves.
  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "string[]", persist: false })
  ownerIds!: string[];

  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "string[]", persist: false })
  coHolderIds!: string[];

  @Visible("CUSTOMER_EXISTENCE")
  @Field(() => [String], {
    nullable: true,
    description:
      "The purposes for which a lawful basis is in force; NOT_PERSONAL when the customer is no person.",
  })
  @Property({ type: "string[]", persist: false })
  lawfulPurposes!: string[];

  /** Null for whoever may not read consents: an empty list would say to him that there are none. */
  @Classed("DATA_SUBJECT")
  @Property({ type: "boolean", persist: false })
  consentsAreKnown!: true | null;

  static of(customer: CustomerRow): Customer {
    return Object.assign(new Customer(), { country: null, ...customer });
  }
}

/** A relation as it is stored. */
export type CustomerRow = Pick<
  Customer,
  "id" | "kind" | "organizationId" | "personId" | "acquiredThroughId" | "registeredById"
> &
  Partial<Pick<Customer, "country">>;
