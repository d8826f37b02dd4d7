import { Classed, Masked, VisibleRows, WritableRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import type { BuyingSituation } from "./buying-situation.ts";
import { profileRows, ofOwnRegistrations } from "./customer-rows.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { relationFacts, wholeRelation } from "./relation-facts.ts";

/**
 * What is known about a customer beyond its existence. It lives in a table of its own, so that whoever may not read it
 * finds no row. Its fields are fields of `Customer`.
 */
@Entity({ tableName: "customer_profile" })
@VisibleRows(profileRows)
@WritableRows({ insert: ofOwnRegistrations })
@Masked({ rows: "CUSTOMER_PROFILE", facts: relationFacts("whole"), joins: wholeRelation })
export class CustomerProfile {
  /** The customer's id. */
  @PrimaryKey({ type: "text", name: "customer_id" })
  id!: string;

  @Classed("CUSTOMER_PROFILE")
  @Property({ type: "text" })
  stage!: Lifecycle;

  @Classed("CUSTOMER_PROFILE")
  @Property({ type: "string[]" })
  segments!: string[];

  @Classed("CUSTOMER_PROFILE")
  @Property({ type: "json", nullable: true })
  situation!: BuyingSituation | null;

  @Classed("CUSTOMER_PROFILE")
  @Property({ type: "integer", nullable: true })
  loyaltyPoints!: number | null;

  @Classed("CUSTOMER_PROFILE")
  @Property({ type: "string[]" })
  introducedIds!: string[];

  static of(profile: CustomerProfileRow): CustomerProfile {
    return Object.assign(new CustomerProfile(), profile);
  }
}

/** A profile as it is stored. */
export type CustomerProfileRow = Pick<
  CustomerProfile,
  "id" | "stage" | "segments" | "situation" | "loyaltyPoints" | "introducedIds"
>;
