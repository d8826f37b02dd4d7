import { Classed, DateTime, Masked, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { partyRows, partyWriting } from "./agreement-rows.ts";
import { PartyRole } from "./party-role.ts";

/** A company that an agreement binds. */
@ObjectType({ description: "A company that an agreement binds." })
@Entity({ tableName: "agreement_party" })
@VisibleRows(partyRows)
@WritableRows(partyWriting)
@Masked({
  rows: "AGREEMENT_EXISTENCE",
  facts: {
    owner: { sql: "whole.party_ids", holds: "many" },
    agreement: { sql: "whole.id", holds: "one" },
  },
  joins: { whole: { table: "agreement", on: "whole.id = this.agreement_id" } },
})
export class AgreementParty {
  // Not fields: a party is read with its agreement, and `organization` gives the company itself.
  @PrimaryKey({ type: "text" })
  agreementId!: string;

  @PrimaryKey({ type: "text" })
  organizationId!: string;

  // Not a field: parties are read in the order in which the agreement names them.
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "integer" })
  position!: number;

  @Field(() => PartyRole, { description: "What the company is in the agreement." })
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text" })
  role!: PartyRole;

  @Field(() => DateTime, {
    nullable: true,
    description: "When the last of the company's required signatories said yes.",
  })
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "datetime", nullable: true })
  signedAt!: Date | null;
}
