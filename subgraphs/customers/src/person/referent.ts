import { manyBy, Parties, Visible, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { referentRows } from "./person-rows.ts";
import { ReferentScope } from "./referent-scope.ts";

/** A person to whom the partners of a company may turn. */
@Parties({ owner: "between" })
@Visible("AGREEMENT_EXISTENCE")
@ObjectType({ description: "A person to whom the partners of a company may turn." })
@Entity({ tableName: "referent" })
@VisibleRows(referentRows)
export class Referent {
  // Not fields: a referent is reached from the company; `person` and `forPartner` give the objects themselves.
  @PrimaryKey({ type: "text" })
  personId!: string;

  // Not a field: numbers what the same person is named for.
  @PrimaryKey({ type: "integer" })
  place!: number;

  @Property({ type: "text" })
  organizationId!: string;

  @Field(() => ReferentScope, { description: "What the person is turned to for." })
  @Property({ type: "text" })
  scope!: ReferentScope;

  @Property({ type: "text", nullable: true })
  forPartnerId!: string | null;

  static of(referent: ReferentRow): Referent {
    return Object.assign(new Referent(), referent);
  }
}

/** A referent as it is stored. */
export type ReferentRow = Pick<Referent, "personId" | "place" | "organizationId" | "scope" | "forPartnerId">;

/** What a person is named for, as far as the viewer may know of it. */
export const namingsOf = manyBy({ entity: Referent, by: "personId", orderBy: { place: "asc" } });
