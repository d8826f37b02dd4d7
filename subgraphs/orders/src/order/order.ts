import "reflect-metadata";
import {
  Classed,
  CommerceModel,
  CountryCode,
  DateTime,
  Duration,
  Incoterm,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { Agreement } from "../partners/agreement.ts";
import { Organization } from "../partners/organization.ts";
import { stubOf } from "../partners/stub-of.ts";
import { orderFacts } from "./order-facts.ts";
import { orderRows, placedRows } from "./order-rows.ts";
import { OrderState } from "./order-state.ts";
import type { PaymentTerms } from "./payment-terms.ts";
import { SalesChannel } from "./sales-channel.ts";

/** An order and its parties. What a viewer may not read is null: the table is masked. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "seller",
  seller: "sellers",
  buyer: "buyer",
  via: "intermediary",
  brand: "brand",
  subject: "customer",
  agreement: "agreement",
  territory: "destination",
  basis: "lawfulPurposes",
})
@ObjectType({ description: "What a buyer ordered from a seller." })
@Entity({ tableName: "trade_order" })
@VisibleRows(orderRows)
@WritableRows({ insert: placedRows })
@Masked({
  rows: "TRADE_CORE",
  facts: {
    ...orderFacts("this"),
    // Only a company is named as the buyer; a consumer is known by her customer relation.
    basis: { sql: "case when this.buyer_id is not null then array['NOT_PERSONAL'] end", holds: "many" },
  },
})
export class Order {
  @Field(() => ID, { description: "The order's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Visible("TRADE_CORE")
  @Field(() => String, { nullable: true, description: "How the parties call the order." })
  @Property({ type: "text" })
  number!: string;

  @Visible("TRADE_CORE")
  @Field(() => CommerceModel, { nullable: true, description: "Who trades with whom in this order." })
  @Property({ type: "text" })
  model!: CommerceModel;

  @Visible("TRADE_CORE")
  @Field(() => SalesChannel, { nullable: true, description: "Through what it reached the seller." })
  @Property({ type: "text", nullable: true })
  channel!: SalesChannel | null;

  @Visible("TRADE_CORE")
  @Field(() => OrderState, { nullable: true, description: "How far the order has come." })
  @Property({ type: "text" })
  state!: OrderState;

  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  sellerId!: string;

  @Visible("TRADE_CORE")
  @Field(() => Organization, { nullable: true, description: "Who sells." })
  get seller(): Organization {
    return stubOf(Organization, this.sellerId);
  }

  /** A company; null when the buyer is a consumer. Who it is: under a pseudonym it is known by `customer` alone. */
  @Classed("CUSTOMER_EXISTENCE", "CUSTOMER_IDENTITY")
  @Property({ type: "text", nullable: true })
  buyerId!: string | null;

  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text", nullable: true })
  customerId!: string | null;

  @Classed("TRADE_CORE")
  @Property({ type: "text", nullable: true })
  intermediaryId!: string | null;

  @Visible("TRADE_CORE")
  @Field(() => Organization, { nullable: true, description: "Who brought buyer and seller together." })
  get intermediary(): Organization | null {
    return stubOf(Organization, this.intermediaryId);
  }

  @Classed("TRADE_CORE")
  @Property({ type: "text", nullable: true })
  soldUnderBrandOfId!: string | null;

  @Visible("TRADE_CORE")
  @Field(() => Organization, { nullable: true, description: "The company whose brand the customer sees." })
  get soldUnderBrandOf(): Organization | null {
    return stubOf(Organization, this.soldUnderBrandOfId);
  }

  /** In B2B2B the intermediary sells on, so that the buyer is its customer, too; in B2B2C it only brought her in. */
  @Visible("TRADE_CORE")
  @Field(() => [Organization], {
    nullable: true,
    description: "The companies whose customer the buyer is: the seller, and an intermediary that sells on.",
  })
  get sellers(): Organization[] {
    const reseller = this.model === "B2B2C" ? null : this.intermediary;
    return reseller === null ? [this.seller] : [this.seller, reseller];
  }

  /** A manufacturer whose goods are merely resold is no party to the sale. */
  @Visible("TRADE_CORE")
  @Field(() => Organization, {
    nullable: true,
    description:
      "The company under whose brand a consumer buys by agreement; none where goods are merely resold.",
  })
  get brand(): Organization | null {
    return this.model === "B2B2C" ? this.soldUnderBrandOf : null;
  }

  @Classed("AGREEMENT_EXISTENCE")
  @Property({ type: "text", nullable: true })
  agreementId!: string | null;

  @Visible("AGREEMENT_EXISTENCE")
  @Field(() => Agreement, { nullable: true, description: "The agreement that the order belongs to." })
  get agreement(): Agreement | null {
    return stubOf(Agreement, this.agreementId);
  }

  @Visible("TRADE_CORE")
  @Field(() => String, { nullable: true, description: "How the buyer calls the order in its own books." })
  @Property({ type: "text", nullable: true })
  purchaseOrderNumber!: string | null;

  /** The one currency of every amount in the order. */
  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  currencyCode!: string;

  /** The sum of the line totals, without tax, exact: only a report rounds, once, at its end. Null when masked. */
  @Classed("TRADE_AMOUNT")
  @Property({ type: "text", nullable: true })
  totalAmount!: string | null;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "text", nullable: true })
  taxAmount!: string | null;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "json", nullable: true })
  agreedTerms!: PaymentTerms | null;

  @Visible("LOGISTICS")
  @Field(() => Incoterm, { nullable: true, description: "Where cost and risk pass to the buyer." })
  @Property({ type: "text", nullable: true })
  incoterm!: Incoterm | null;

  @Visible("TRADE_CORE")
  @Field(() => CountryCode, { nullable: true, description: "The country that it goes to." })
  @Property({ type: "text", nullable: true })
  destination!: string | null;

  @Visible("TRADE_CORE")
  @Field(() => Duration, { nullable: true, description: "How long the buyer committed itself." })
  @Property({ type: "text", nullable: true })
  commitment!: string | null;

  @Visible("TRADE_CORE")
  @Field(() => DateTime, { nullable: true, description: "When the order was placed." })
  @Property({ type: "datetime" })
  placedAt!: Date;

  @Visible("LOGISTICS")
  @Field(() => DateTime, { nullable: true, description: "When the buyer wants the goods." })
  @Property({ type: "datetime", nullable: true })
  requestedDeliveryAt!: Date | null;

  /** The buyer's own name for the request that placed the order: the seller has no use for it. */
  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text", nullable: true })
  idempotencyKey!: string | null;

  /** What the request asked for, hashed: tells a repeated request from another one under the same key. */
  @Classed("CUSTOMER_EXISTENCE")
  @Property({ type: "text", nullable: true })
  requestHash!: string | null;
}
