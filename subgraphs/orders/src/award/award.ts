import "reflect-metadata";
import {
  CalendarDate,
  Classed,
  Cpv,
  everyRow,
  Masked,
  Money,
  Parties,
  Visible,
  VisibleRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { Organization } from "../partners/organization.ts";
import { stubOf } from "../partners/stub-of.ts";

/** A public contract that was given. The law publishes holder and total; the schedule of unit prices it does not. */
@Directive('@key(fields: "id")')
@Parties({ owner: "buyer", seller: "holders", buyer: "buyer" })
@ObjectType({ description: "A public contract that was given, as the law has it published." })
@Entity({ tableName: "award" })
@VisibleRows(everyRow)
@Masked({
  rows: "PUBLIC",
  facts: {
    owner: { sql: "this.buyer_id", holds: "one" },
    seller: { sql: "this.holder_ids", holds: "many" },
    buyer: { sql: "this.buyer_id", holds: "one" },
  },
})
export class Award {
  @Field(() => ID, { description: "The award's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Classed("PUBLIC")
  @Property({ type: "text" })
  buyerId!: string;

  @Visible("PUBLIC")
  @Field(() => Organization, { description: "The administration that gave the contract." })
  get buyer(): Organization {
    return stubOf(Organization, this.buyerId);
  }

  @Classed("PUBLIC")
  @Property({ type: "array" })
  holderIds!: string[];

  @Visible("PUBLIC")
  @Field(() => [Organization], { description: "The companies that won it." })
  get holders(): Organization[] {
    return this.holderIds.map((id) => stubOf(Organization, id));
  }

  @Visible("PUBLIC")
  @Field({ description: "What the contract is for." })
  @Property({ type: "text" })
  object!: string;

  @Visible("PUBLIC")
  @Field(() => Cpv, { nullable: true, description: "What it is for, in the common procurement vocabulary." })
  @Property({ type: "text", nullable: true })
  cpv!: string | null;

  @Visible("PUBLIC")
  @Field({ description: "How the holder was chosen." })
  @Property({ type: "text" })
  procedure!: string;

  @Classed("PUBLIC")
  @Property({ type: "text" })
  totalAmount!: string;

  @Classed("PUBLIC")
  @Property({ type: "text" })
  currencyCode!: string;

  @Visible("PUBLIC")
  @Field(() => Money, { description: "What the contract is worth in all, without tax." })
  get total(): Money {
    return Money.of(this.totalAmount, this.currencyCode);
  }

  @Visible("PUBLIC")
  @Field(() => Int, { description: "How long it runs, in months." })
  @Property({ type: "integer" })
  durationMonths!: number;

  @Visible("PUBLIC")
  @Field(() => CalendarDate, { description: "When the holder was told." })
  @Property({ type: "date" })
  notifiedAt!: string;

  @Visible("PUBLIC")
  @Field(() => CalendarDate, { nullable: true, description: "When the award was published." })
  @Property({ type: "date", nullable: true })
  publishedAt!: string | null;

  @Visible("PUBLIC")
  @Field(() => Int, { nullable: true, description: "How many bids there were." })
  @Property({ type: "integer", nullable: true })
  bidsReceived!: number | null;

  @Classed("TRADE_CORE")
  @Property({ type: "text", nullable: true })
  orderId!: string | null;
}
