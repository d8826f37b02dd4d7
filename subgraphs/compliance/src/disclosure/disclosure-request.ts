import {
  CalendarDate,
  Classed,
  DateTime,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import type { DataClass } from "@maillon/schema";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { disclosureRows, disclosureWriting } from "./disclosure-rows.ts";

/**
 * A regulator's request to read classes of one company's data, on a legal basis. It opens them from the moment at which
 * it is made until its last day, or until the regulator closes it; what was asked never changes.
 */
@Directive('@key(fields: "id")')
@Parties({ owner: "subject", buyer: "regulator" })
@Visible("REGULATORY")
@ObjectType({
  description: "A regulator's request to read classes of one company's data; known to these two alone.",
})
@Entity({ tableName: "disclosure_request" })
@VisibleRows(disclosureRows)
@WritableRows(disclosureWriting)
@Masked({
  rows: "REGULATORY",
  facts: {
    owner: { sql: "this.subject_id", holds: "one" },
    buyer: { sql: "this.regulator_id", holds: "one" },
  },
})
export class DisclosureRequest {
  @Field(() => ID, { description: "The request's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not fields: `regulator` and `subject` give the organizations themselves.
  @Classed("REGULATORY")
  @Property({ type: "text" })
  regulatorId!: string;

  @Classed("REGULATORY")
  @Property({ type: "text" })
  subjectId!: string;

  @Field({ description: "The law on which the regulator relies." })
  @Property({ type: "text" })
  legalBasis!: string;

  @Field(() => [String], { description: "The classes that it opens, such as TRADE_AMOUNT." })
  @Property({ type: "string[]" })
  dataClasses!: DataClass[];

  @Field(() => DateTime, { description: "When it was made, and from when on it opens them." })
  @Property({ type: "datetime" })
  requestedAt!: Date;

  @Field(() => CalendarDate, { description: "The first day on which it no longer opens anything (UTC)." })
  @Property({ type: "date" })
  grantedUntil!: string;

  @Field(() => DateTime, { nullable: true, description: "When the regulator closed it before that day." })
  @Property({ type: "datetime", nullable: true })
  closedAt!: Date | null;

  // Not a field: the person is the regulator's alone.
  @Classed("REGULATORY")
  @Property({ type: "text" })
  person!: string;
}
