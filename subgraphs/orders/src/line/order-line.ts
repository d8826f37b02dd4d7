import "reflect-metadata";
import {
  Classed,
  Decimal,
  manyBy,
  Masked,
  Parties,
  UnitCode,
  Visible,
  VisibleRows,
  WritableRows,
} from "@maillon/subgraph-kit";
import { Entity, PrimaryKey, Property } from "@mikro-orm/decorators/legacy";
import { Field, ID, ObjectType } from "type-graphql";
import { orderFacts, wholeOrder } from "../order/order-facts.ts";
import { partOfOrderRows, placedPartRows } from "../order/order-rows.ts";
import { Product } from "../partners/product.ts";
import { stubOf } from "../partners/stub-of.ts";

/** One product of an order. Its amounts are added by `OrderLineResolver`. */
@Parties({
  owner: "order.seller",
  seller: "order.sellers",
  buyer: "order.buyer",
  via: "order.intermediary",
  brand: "order.brand",
  subject: "order.customer",
  agreement: "order.agreement",
  territory: "order.destination",
  product: "product",
})
@Visible("TRADE_CORE")
@ObjectType({ description: "One product of an order." })
@Entity({ tableName: "order_line" })
@VisibleRows(partOfOrderRows)
@WritableRows({ insert: placedPartRows })
@Masked({
  rows: "TRADE_CORE",
  facts: { ...orderFacts("whole"), product: { sql: "this.product_id", holds: "one" } },
  joins: wholeOrder,
})
export class OrderLine {
  @Field(() => ID, { description: "The line's id." })
  @PrimaryKey({ type: "text" })
  id!: string;

  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  orderId!: string;

  /** Where the line stands in its order, from 0; the list itself shows it. */
  @Classed("TRADE_CORE")
  @Property({ type: "integer" })
  position!: number;

  @Classed("TRADE_CORE")
  @Property({ type: "text" })
  productId!: string;

  @Field(() => Product, { description: "What was ordered." })
  get product(): Product {
    return stubOf(Product, this.productId);
  }

  @Field(() => Decimal, { description: "How much of it, in the unit of the line." })
  @Property({ type: "text" })
  quantity!: string;

  @Field(() => UnitCode, { description: "What is counted or measured." })
  @Property({ type: "text" })
  unit!: string;

  /** For one unit, before the discount, without tax. */
  @Classed("TRADE_AMOUNT")
  @Property({ type: "text", nullable: true })
  unitAmount!: string | null;

  @Classed("TRADE_AMOUNT")
  @Property({ type: "text", nullable: true })
  discount!: string | null;

  /** unit amount × quantity × (1 − discount ÷ 100), exact. */
  @Classed("TRADE_AMOUNT")
  @Property({ type: "text", nullable: true })
  totalAmount!: string | null;
}

/** The lines of an order, in the order in which they were written. */
export const linesOf = manyBy({ entity: OrderLine, by: "orderId", orderBy: { position: "asc" } });
