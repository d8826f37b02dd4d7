import "reflect-metadata";
import { Classed, DateTime, manyBy, Masked, Parties, Visible, VisibleRows } from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Organization } from "../partners/organization.ts";
import { stubOf } from "../partners/stub-of.ts";
import { wholeOrder } from "../order/order-facts.ts";
import { shipmentRows } from "./shipment-rows.ts";
import { ShipmentState } from "./shipment-state.ts";

/** Goods on their way. What the carriage costs is added by `ShipmentResolver`. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "seller",
  seller: "seller",
  buyer: "order.buyer",
  via: "order.intermediary",
  carrier: "carrier",
  payer: "freightPayer",
  subject: "order.customer",
  agreement: "order.agreement",
  territory: "order.destination",
})
@Visible("LOGISTICS")
@ObjectType({ description: "Goods of an order on their way to the buyer." })
@Entity({ tableName: "shipment" })
@VisibleRows(shipmentRows)
@Masked({
  rows: "LOGISTICS",
  facts: {
    owner: { sql: "this.seller_id", holds: "one" },
    seller: { sql: "this.seller_id", holds: "one" },
    buyer: { sql: "whole.buyer_id", holds: "one" },
    via: { sql: "whole.intermediary_id", holds: "one" },
    carrier: { sql: "this.carrier_id", holds: "one" },
    payer: { sql: "this.freight_payer_id", holds: "one" },
    subject: { sql: "whole.customer_id", holds: "one" },
    agreement: { sql: "whole.agreement_id", holds: "one" },
    territory: { sql: "whole.destination", holds: "one" },
  },
  joins: wholeOrder,
})
export class Shipment {
  @Field(() => ID, { description: "The shipment's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  // Not a field: `order` gives the order itself to those who may see it; the carrier may not.
  @Classed("LOGISTICS")
  @Property({ type: "text" })
  orderId!: string;

  /** The order's seller, who is known to the carrier, too. */
  @Classed("LOGISTICS")
  @Property({ type: "text" })
  sellerId!: string;

  @Field(() => Organization, { description: "Who sends it." })
  get seller(): Organization {
    return stubOf(Organization, this.sellerId);
  }

  /** Where the shipment stands in its order, from 0. */
  @Classed("LOGISTICS")
  @Property({ type: "integer" })
  position!: number;

  @Field(() => ShipmentState, { description: "How far it has come." })
  @Property({ type: "text" })
  state!: ShipmentState;

  @Classed("LOGISTICS")
  @Property({ type: "text", nullable: true })
  carrierId!: string | null;

  @Field(() => Organization, { nullable: true, description: "Who carries it." })
  get carrier(): Organization | null {
    return stubOf(Organization, this.carrierId);
  }

  @Field(() => String, { nullable: true, description: "How the carrier calls it." })
  @Property({ type: "text", nullable: true })
  trackingNumber!: string | null;

  @Field(() => DateTime, { nullable: true, description: "When it was promised to arrive." })
  @Property({ type: "datetime", nullable: true })
  promisedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it left." })
  @Property({ type: "datetime", nullable: true })
  shippedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: "When it arrived." })
  @Property({ type: "datetime", nullable: true })
  deliveredAt!: Date | null;

  @Visible("LOGISTICS_COST")
  @Field(() => ID, {
    nullable: true,
    description: "The company or customer relation that pays the freight, as the order's Incoterm has it.",
  })
  @Property({ type: "text", name: "freight_payer_id" })
  freightPayer!: string | null;

  /** The freight; amount and currency are both there or both absent. */
  @Classed("LOGISTICS_COST")
  @Property({ type: "text", nullable: true })
  costAmount!: string | null;

  @Classed("LOGISTICS_COST")
  @Property({ type: "text", nullable: true })
  costCurrency!: string | null;
}

/** The shipments of an order. */
export const shipmentsOf = manyBy({ entity: Shipment, by: "orderId", orderBy: { position: "asc" } });
