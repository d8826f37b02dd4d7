import { Classed, manyBy, Masked, Parties, Visible, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { BuyingRole } from "./buying-role.ts";
import { relationsOfPerson } from "./person-facts.ts";
import { membershipRows } from "./person-rows.ts";

/** A person's place in the buying centre of a company. */
@Parties({ owner: "organization", subject: "person.relations", basis: "person.lawfulPurposes" })
@Visible("CUSTOMER_IDENTITY")
@ObjectType({ description: "A person's place in the buying centre of a company." })
@Entity({ tableName: "membership" })
@VisibleRows(membershipRows)
@Masked({
  rows: "CUSTOMER_IDENTITY",
  facts: {
    owner: { sql: "this.organization_id", holds: "one" },
    subject: { sql: "bought.relations", holds: "many" },
    basis: { sql: "bought.purposes || array['CONTRACT']", holds: "many" },
  },
  joins: { bought: { query: relationsOfPerson("this.person_id") } },
})
export class Membership {
  // Not fields: `person` and `organization` give the objects themselves.
  @PrimaryKey({ type: "text" })
  personId!: string;

  @PrimaryKey({ type: "text" })
  organizationId!: string;

  @Field(() => String, { nullable: true, description: "What the person is called there." })
  @Property({ type: "text", nullable: true })
  jobTitle!: string | null;

  @Field(() => [BuyingRole], { description: "What part the person takes in purchases." })
  @Property({ type: "string[]" })
  buyingRoles!: BuyingRole[];

  // Not fields: `approvalLimit` gives both as one amount of money.
  @Classed("DECISION")
  @Property({ type: "decimal", nullable: true })
  limitAmount!: string | null;

  @Classed("DECISION")
  @Property({ type: "text", nullable: true })
  limitCurrency!: string | null;

  static of(membership: MembershipRow): Membership {
    return Object.assign(new Membership(), membership);
  }
}

/** A membership as it is stored. */
export type MembershipRow = Pick<
  Membership,
  "personId" | "organizationId" | "jobTitle" | "buyingRoles" | "limitAmount" | "limitCurrency"
>;

/** The memberships of a person that the viewer may know of. */
export const membershipsOf = manyBy({
  entity: Membership,
  by: "personId",
  orderBy: { organizationId: "asc" },
});
