import "reflect-metadata";
import {
  Classed,
  CountryCode,
  Decimal,
  Duration,
  manyBy,
  Masked,
  Money,
  Parties,
  type RowRule,
  UnitCode,
  Visible,
  VisibleRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Directive, Field, ID, ObjectType } from "type-graphql";
import { moneyOrNone } from "../money-or-none.ts";
import { Organization } from "../partners/organization.ts";
import { Product } from "../partners/product.ts";
import { stubOf } from "../partners/stub-of.ts";

/**
 * An offer is its seller's and its audience's: everybody on the chain when published, else the companies it names; and
 * possibly of those to whom its seller opened something by an agreement, which the mask decides.
 */
const offerRows: RowRule = (row, { organization, grantors }) =>
  `${row}.published or ${row}.seller_id = ${organization} or ${organization} = any(${row}.audience)
    or ${row}.seller_id = any(${grantors})`;

/** A seller's proposition of a product: the resale price lives with the reseller, never with the manufacturer. */
@Directive('@key(fields: "id")')
@Parties({
  owner: "seller",
  seller: "seller",
  buyer: "offeredTo",
  product: "product",
  territory: "territories",
  published: "published",
})
@Visible("CATALOG_RESTRICTED")
@ObjectType({ description: "A seller's proposition of a product to an audience." })
@Entity({ tableName: "offer" })
@VisibleRows(offerRows)
@Masked({
  rows: "CATALOG_RESTRICTED",
  facts: {
    owner: { sql: "this.seller_id", holds: "one" },
    seller: { sql: "this.seller_id", holds: "one" },
    buyer: { sql: "this.audience", holds: "many" },
    published: { sql: "this.published", holds: "flag" },
    product: { sql: "this.product_id", holds: "one" },
    territory: { sql: "this.territories", holds: "many" },
  },
})
export class Offer {
  @Field(() => ID, { description: "The offer's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Classed("CATALOG_RESTRICTED")
  @Property({ type: "text" })
  productId!: string;

  @Field(() => Product, { description: "What is offered." })
  get product(): Product {
    return stubOf(Product, this.productId);
  }

  @Classed("CATALOG_RESTRICTED")
  @Property({ type: "text" })
  sellerId!: string;

  @Field(() => Organization, { description: "Who offers it." })
  get seller(): Organization {
    return stubOf(Organization, this.sellerId);
  }

  /** Null when the price is on request. */
  @Classed("PRICE_RESALE")
  @Property({ type: "text", nullable: true })
  priceAmount!: string | null;

  @Classed("PRICE_RESALE")
  @Property({ type: "text", nullable: true })
  currencyCode!: string | null;

  @Visible("PRICE_RESALE")
  @Field(() => Money, {
    nullable: true,
    description: "The price of one unit, without tax; none: on request.",
  })
  get price(): Money | null {
    return moneyOrNone(this.priceAmount, this.currencyCode);
  }

  @Classed("PRICE_RESALE")
  @Property({ type: "text", nullable: true })
  priorAmount!: string | null;

  @Visible("PRICE_RESALE")
  @Field(() => Money, { nullable: true, description: "The price before a reduction." })
  get priorPrice(): Money | null {
    return moneyOrNone(this.priorAmount, this.currencyCode);
  }

  @Field(() => UnitCode, { description: "What one of is sold at the price." })
  @Property({ type: "text" })
  unit!: string;

  @Field({ description: "Whether it can be ordered now." })
  @Property({ type: "boolean" })
  available!: boolean;

  @Field(() => Decimal, { nullable: true, description: "How much of it is in stock." })
  @Property({ type: "text", nullable: true })
  stock!: string | null;

  @Field(() => Duration, { nullable: true, description: "How long the seller needs to deliver." })
  @Property({ type: "text", nullable: true })
  leadTime!: string | null;

  @Field(() => [CountryCode], { description: "Where it is made; empty: it does not say." })
  @Property({ type: "string[]" })
  territories!: string[];

  @Field({ description: "Whether it is made to everybody." })
  @Property({ type: "boolean" })
  published!: boolean;

  // Not a field: whom else a seller courts is its own business; `offeredTo` tells each company about itself.
  @Classed("CATALOG_RESTRICTED")
  @Property({ type: "array" })
  audience!: string[];
}

/** The offers of a product that the viewer may see. */
export const offersOf = manyBy({ entity: Offer, by: "productId", orderBy: { id: "asc" } });
