import {
  Classed,
  Currency,
  DateTime,
  Masked,
  Parties,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { PriceListKind } from "./price-list-kind.ts";
import { listFacts } from "./list-facts.ts";
import { priceListRows, ownPriceLists } from "./price-rows.ts";

/** The prices at which one seller sells to one buyer, or to every professional buyer. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "seller",
  seller: "seller",
  buyer: "buyer",
  category: "buyerCategories",
  agreement: "agreement",
})
@Visible("PRICE_SUPPLY")
@ObjectType({
  description: "The prices at which a seller sells to one buyer, or to every professional buyer.",
})
@Entity({ tableName: "price_list" })
@VisibleRows(priceListRows)
@WritableRows({ insert: ownPriceLists, change: ownPriceLists, delete: ownPriceLists })
@Masked({
  rows: "PRICE_SUPPLY",
  facts: { ...listFacts("this"), agreement: { sql: "this.agreement_id", holds: "one" } },
})
export class PriceList {
  @Field(() => ID, { description: "The price list's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Field(() => PriceListKind, { description: "Whom the prices are for." })
  @Property({ type: "text" })
  kind!: PriceListKind;

  // Not fields: `seller`, `buyer` and `agreement` give the objects themselves.
  @Classed("PRICE_SUPPLY")
  @Property({ type: "text" })
  sellerId!: string;

  @Classed("PRICE_SUPPLY")
  @Property({ type: "text", nullable: true })
  buyerId!: string | null;

  @Classed("PRICE_SUPPLY")
  @Property({ type: "text", nullable: true })
  agreementId!: string | null;

  @Field(() => Currency, { description: "The currency of all its prices." })
  @Property({ type: "text" })
  currencyCode!: string;

  @Field(() => DateTime, { description: "From when the prices apply." })
  @Property({ type: "datetime" })
  validFrom!: Date;

  @Field(() => DateTime, { nullable: true, description: "Until when they apply; open when absent." })
  @Property({ type: "datetime", nullable: true })
  validUntil!: Date | null;

  static of(list: PriceListRow): PriceList {
    return Object.assign(new PriceList(), list);
  }
}

/** A price list as it is stored. */
export type PriceListRow = Pick<
  PriceList,
  "id" | "kind" | "sellerId" | "buyerId" | "agreementId" | "currencyCode" | "validFrom" | "validUntil"
>;
