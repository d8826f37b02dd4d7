import type { ClauseRecord } from "@maillon/schema/exchange";
import {
  CalendarDate,
  Classed,
  CommerceModel,
  CountryCode,
  DateTime,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, Int, ObjectType } from "type-graphql";
import { agreementRows, agreementWriting } from "./agreement-rows.ts";
import { AgreementStatus } from "./agreement-status.ts";
import { statusOn } from "./status-on.ts";

/**
 * A dated, versioned, co-signed record between companies. Its terms never change: a new version is a new agreement
 * that supersedes this one. Only what became of it is written later (see `statusOf`).
 */
@Directive('@key(fields: "id")')
@Parties({ owner: "parties.organization", agreement: "id" })
@ObjectType({
  description: "A dated, versioned, co-signed record between companies; only its parties know of it.",
})
@Entity({ tableName: "agreement" })
@VisibleRows(agreementRows)
@WritableRows(agreementWriting)
@Masked({
  rows: "AGREEMENT_EXISTENCE",
  facts: {
    owner: { sql: "this.party_ids", holds: "many" },
    agreement: { sql: "this.id", holds: "one" },
  },
  computed: { status: statusOn("(now() at time zone 'utc')::date") },
})
export class Agreement {
  @Field(() => ID, { description: "The agreement's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Visible("AGREEMENT_EXISTENCE")
  @Field(() => CommerceModel, { nullable: true, description: "The kind of trade it is about." })
  @Property({ type: "text" })
  model!: CommerceModel;

  @Visible("AGREEMENT_TERMS")
  @Field(() => Int, { nullable: true, description: "Counts the versions that replaced each other, from 1." })
  @Property({ type: "integer" })
  version!: number;

  // Not a field: `supersedes` gives the agreement itself.
  @Classed("AGREEMENT_TERMS")
  @Property({ type: "text", nullable: true })
  supersedesId!: string | null;

  @Visible("AGREEMENT_TERMS")
  @Field(() => CalendarDate, { nullable: true, description: "The first day on which it holds (UTC)." })
  @Property({ type: "date" })
  validFrom!: string;

  @Visible("AGREEMENT_TERMS")
  @Field(() => CalendarDate, {
    nullable: true,
    description: "The first day on which it no longer holds (UTC); absent when it has no end.",
  })
  @Property({ type: "date", nullable: true })
  validUntil!: string | null;

  @Visible("AGREEMENT_TERMS")
  @Field(() => [CountryCode], { nullable: true, description: "Where it holds; empty means everywhere." })
  @Property({ type: "string[]" })
  territories!: string[];

  @Visible("AGREEMENT_TERMS")
  @Field(() => [ID], { nullable: true, description: "The products it is about; empty means all of them." })
  @Property({ type: "string[]" })
  productScope!: string[];

  // Not a field: `clauses` gives them with the companies that they name.
  @Classed("AGREEMENT_TERMS")
  @Property({ type: "json", name: "clauses" })
  clauseRecords!: readonly ClauseRecord[] | null;

  @Visible("DATA_SUBJECT")
  @Field(() => String, {
    nullable: true,
    description: "What the persons concerned may know of it (GDPR, article 26, paragraph 2).",
  })
  @Property({ type: "text", nullable: true })
  essenceForDataSubjects!: string | null;

  @Visible("AGREEMENT_TERMS")
  @Field(() => String, {
    nullable: true,
    description: "SHA-256 over its terms and the hash of the version before, as lower-case hexadecimal.",
  })
  @Property({ type: "text" })
  sha256!: string;

  @Visible("AGREEMENT_TERMS")
  @Field(() => String, {
    nullable: true,
    description: "The `sha256` of the version before; absent in a first.",
  })
  @Property({ type: "text", nullable: true })
  previousSha256!: string | null;

  // Not fields: the row rule reads the one, and nobody needs to know the other.
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "string[]" })
  partyIds!: string[];

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text", nullable: true })
  proposedById!: string | null;

  // Not fields: `status` says what they amount to.
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "boolean" })
  draft!: boolean;

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "boolean" })
  suspended!: boolean;

  @Visible("AGREEMENT_EXISTENCE")
  @Field(() => DateTime, { nullable: true, description: "When the last required signature was given." })
  @Property({ type: "datetime", nullable: true })
  signedAt!: Date | null;

  @Visible("AGREEMENT_EXISTENCE")
  @Field(() => DateTime, {
    nullable: true,
    description: "When one of the required signatories refused it, which blocks it for good; not who did.",
  })
  @Property({ type: "datetime", nullable: true })
  refusedAt!: Date | null;

  @Visible("AGREEMENT_TERMS")
  @Field(() => CalendarDate, { nullable: true, description: "The day from which a party ended it (UTC)." })
  @Property({ type: "date", nullable: true })
  terminatedOn!: string | null;

  @Visible("AGREEMENT_TERMS")
  @Field(() => String, {
    nullable: true,
    description: "Why it was ended, in the words of the party that did.",
  })
  @Property({ type: "text", nullable: true })
  terminationReason!: string | null;

  /** Told also to whom the dates that it follows from are not. */
  @Visible("AGREEMENT_EXISTENCE")
  @Field(() => AgreementStatus, {
    nullable: true,
    description: "Where it is in its life today; follows from signatures and dates.",
  })
  @Property({ type: "text", persist: false })
  status!: Opt<AgreementStatus>;
}

/** An agreement as it is stored. */
export type AgreementRow = { [Column in Exclude<keyof Agreement, "status">]: Agreement[Column] };
