import { Classed, Masked, Parties, Visible, VisibleRows } from "@maillon/subgraph-kit";
import type { Opt } from "@mikro-orm/core";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { referentRows } from "./person-rows.ts";
import { ReferentScope } from "./referent-scope.ts";

/**
 * A referent's own company, the partner for whom he is there and, when he is there for every partner, the viewer's
 * company if it holds a customer together with his. Which other partners there are is not told.
 */
const BETWEEN = `array_remove(array[this.organization_id, this.for_partner_id, case
  when this.for_partner_id is null and viewer.company <> this.organization_id
   and share_a_customer(viewer.company, this.organization_id) then viewer.company end], null)`;

/** A person to whom the partners of a company may turn. */
@Parties({ owner: "between" })
@Visible("AGREEMENT_EXISTENCE")
@ObjectType({ description: "A person to whom the partners of a company may turn." })
@Entity({ tableName: "referent" })
@VisibleRows(referentRows)
@Masked({
  rows: "AGREEMENT_EXISTENCE",
  facts: { owner: { sql: BETWEEN, holds: "many" } },
  computed: { betweenIds: BETWEEN },
})
export class Referent {
  // Not fields: a referent is reached from the company; `person` and `forPartner` give the objects themselves.
  @PrimaryKey({ type: "text" })
  personId!: string;

  // Not a field: numbers what the same person is named for.
  @PrimaryKey({ type: "integer" })
  place!: number;

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text" })
  organizationId!: string;

  @Field(() => ReferentScope, { description: "What the person is turned to for." })
  @Property({ type: "text" })
  scope!: ReferentScope;

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text", nullable: true })
  forPartnerId!: string | null;

  // Not a field: `between` gives the companies themselves.
  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "string[]", persist: false })
  betweenIds!: Opt<string[]>;

  static of(referent: ReferentRow): Referent {
    return Object.assign(new Referent(), referent);
  }
}

/** A referent as it is stored. */
export type ReferentRow = Pick<Referent, "personId" | "place" | "organizationId" | "scope" | "forPartnerId">;
