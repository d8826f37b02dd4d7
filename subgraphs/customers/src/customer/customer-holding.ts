import {
  CalendarDate,
  Classed,
  manyBy,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { holdingRows, inForce, ownHoldings } from "./customer-rows.ts";
import { HolderRole } from "./holder-role.ts";
import { relationFacts, wholeRelation } from "./relation-facts.ts";

/** The holder and the owners of the customer, each once. */
const AGREED_BY = "array(select this.organization_id union select unnest(holding.owners) order by 1)";

/** One company's hold on a customer. */
@Parties({
  owner: "agreedBy",
  via: "customer.sharedWith",
  subject: "customer",
  buyer: "customer.organization",
  basis: "customer.lawfulPurposes",
  agreement: "agreement",
  territory: "customer.country",
})
@Visible("CUSTOMER_EXISTENCE")
@ObjectType({ description: "One company's hold on a customer." })
@Entity({ tableName: "customer_holding" })
@VisibleRows(holdingRows)
@WritableRows({ insert: ownHoldings })
@Masked({
  rows: "CUSTOMER_EXISTENCE",
  // Who held a customer once, or will, is nobody's business.
  only: inForce("this"),
  facts: {
    ...relationFacts("whole"),
    owner: { sql: AGREED_BY, holds: "many" },
    agreement: { sql: "this.agreement_id", holds: "one" },
  },
  joins: wholeRelation,
  computed: { agreedByIds: AGREED_BY },
})
export class CustomerHolding {
  // Not fields: `customer`, `organization` and `agreement` give the objects themselves.
  @PrimaryKey({ type: "text" })
  customerId!: string;

  @PrimaryKey({ type: "text" })
  organizationId!: string;

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text", nullable: true })
  agreementId!: string | null;

  @Field(() => HolderRole, { description: "In which role the company holds the customer." })
  @Property({ type: "text" })
  role!: HolderRole;

  @Field(() => CalendarDate, { description: "The first day on which the company holds the customer." })
  @Property({ type: "date" })
  since!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The first day on which it no longer does; open when absent.",
  })
  @Property({ type: "date", nullable: true })
  until!: string | null;

  // Not a field: `agreedBy` gives the companies themselves.
  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "string[]", persist: false })
  agreedByIds!: Opt<string[]>;

  static of(holding: CustomerHoldingRow): CustomerHolding {
    return Object.assign(new CustomerHolding(), holding);
  }
}

/** A holding as it is stored. */
export type CustomerHoldingRow = Pick<
  CustomerHolding,
  "customerId" | "organizationId" | "agreementId" | "role" | "since" | "until"
>;

/** The holdings of a relation that the viewer may know of, the oldest first. */
export const holdingsOf = manyBy({
  entity: CustomerHolding,
  by: "customerId",
  orderBy: { since: "asc", organizationId: "asc" },
});
