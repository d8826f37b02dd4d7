import { DateTime, Masked, Parties, Visible, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { signatureRows, signatureWriting } from "./agreement-rows.ts";
import { Verdict } from "./verdict.ts";

/** One of the decisions that a company needs before an agreement binds it. */
@Parties({ owner: "organization" })
@Visible("DECISION")
@ObjectType({ description: "One of the decisions that a company needs before an agreement binds it." })
@Entity({ tableName: "agreement_signature" })
@VisibleRows(signatureRows)
@WritableRows(signatureWriting)
@Masked({ rows: "DECISION", facts: { owner: { sql: "this.organization_id", holds: "one" } } })
export class AgreementSignature {
  // Not fields: a signature is read with its agreement, and `organization` gives the company itself.
  @PrimaryKey({ type: "text" })
  agreementId!: string;

  @PrimaryKey({ type: "text" })
  organizationId!: string;

  @Field({ description: "The role at the company whose holder has to decide, such as legal." })
  @PrimaryKey({ type: "text" })
  signatory!: string;

  @Field(() => Verdict, {
    nullable: true,
    description: "The decision, which is final; absent until it is made.",
  })
  @Property({ type: "text", nullable: true })
  decision!: Verdict | null;

  @Field(() => String, {
    nullable: true,
    description: "Who decided: a pseudonym that only this subgraph uses.",
  })
  @Property({ type: "text", nullable: true })
  person!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was decided." })
  @Property({ type: "datetime", nullable: true })
  at!: Date | null;
}
