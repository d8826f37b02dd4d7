import { Classed, DateTime, manyBy, Masked, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { profileRows, ownConsents } from "./customer-rows.ts";
import { LawfulBasis } from "./lawful-basis.ts";
import { Purpose } from "./purpose.ts";
import { relationFacts, wholeRelation } from "./relation-facts.ts";

/** What a consumer agreed to or refused. */
@ObjectType({ description: "What a consumer agreed to or refused, and on which basis her data is used." })
@Entity({ tableName: "consent" })
@VisibleRows(profileRows)
@WritableRows({ insert: ownConsents })
@Masked({ rows: "DATA_SUBJECT", facts: relationFacts("whole"), joins: wholeRelation })
export class Consent {
  // Not fields: a consent is reached from its customer, and `controller` gives the company itself.
  @PrimaryKey({ type: "text" })
  customerId!: string;

  // Not a field: the place in the customer's history of consents.
  @PrimaryKey({ type: "integer" })
  place!: number;

  @Classed("DATA_SUBJECT")
  @Property({ type: "text" })
  controllerId!: string;

  @Field(() => Purpose, { description: "What the data may be used for." })
  @Classed("DATA_SUBJECT")
  @Property({ type: "text" })
  purpose!: Purpose;

  @Field(() => LawfulBasis, { description: "Why the use is lawful." })
  @Classed("DATA_SUBJECT")
  @Property({ type: "text" })
  basis!: LawfulBasis;

  @Field({ description: "Whether the use was granted." })
  @Classed("DATA_SUBJECT")
  @Property({ type: "boolean" })
  granted!: boolean;

  @Field(() => DateTime, { description: "When it was granted or refused." })
  @Classed("DATA_SUBJECT")
  @Property({ type: "datetime" })
  at!: Date;

  @Field(() => DateTime, { nullable: true, description: "When it was taken back." })
  @Classed("DATA_SUBJECT")
  @Property({ type: "datetime", nullable: true })
  withdrawnAt!: Date | null;

  static of(consent: ConsentRow): Consent {
    return Object.assign(new Consent(), consent);
  }
}

/** A consent as it is stored. */
export type ConsentRow = Pick<
  Consent,
  "customerId" | "place" | "controllerId" | "purpose" | "basis" | "granted" | "at" | "withdrawnAt"
>;

/** The history of a relation's consents, as far as the viewer may read it. */
export const consentsOf = manyBy({ entity: Consent, by: "customerId", orderBy: { place: "asc" } });
