import { VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import type { BuyingSituation } from "./buying-situation.ts";
import { profileRows } from "./customer-rows.ts";
import type { Lifecycle } from "./lifecycle.ts";

/**
 * What is known about a customer beyond its existence. It lives in a table of its own, so that the row rule keeps it
 * from intermediaries, even where a query forgets to. Its fields are fields of `Customer`.
 */
@Entity({ tableName: "customer_profile" })
@VisibleRows(profileRows)
export class CustomerProfile {
  /** The customer's id. */
  @PrimaryKey({ type: "text", name: "customer_id" })
  id!: string;

  @Property({ type: "text" })
  stage!: Lifecycle;

  @Property({ type: "string[]" })
  segments!: string[];

  @Property({ type: "json", nullable: true })
  situation!: BuyingSituation | null;

  @Property({ type: "integer", nullable: true })
  loyaltyPoints!: number | null;

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
