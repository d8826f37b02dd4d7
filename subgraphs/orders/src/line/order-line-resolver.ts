import "reflect-metadata";
import { Decimal, Money, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Order } from "../order/order.ts";
import { orderOf } from "../order/order-of.ts";
import { mayReadAmounts } from "../order/order-rights.ts";
import { OrderLine } from "./order-line.ts";

/** What a line cost, for those who may read it. */
@Resolver(() => OrderLine)
export class OrderLineResolver {
  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The price of one unit before the discount, without tax.",
  })
  async unitPrice(@Root() line: OrderLine, @Ctx() context: SubgraphContext): Promise<Money | null> {
    const order = await pricedOrderOf(line, context);
    return order && Money.of(line.unitAmount, order.currencyCode);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Decimal, { nullable: true, description: "What is taken off the price, in percent." })
  async discountPercent(@Root() line: OrderLine, @Ctx() context: SubgraphContext): Promise<string | null> {
    const order = await pricedOrderOf(line, context);
    return order && line.discount;
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "Unit price × quantity, less the discount: exact, never rounded, without tax.",
  })
  async lineTotal(@Root() line: OrderLine, @Ctx() context: SubgraphContext): Promise<Money | null> {
    const order = await pricedOrderOf(line, context);
    return order && Money.of(line.totalAmount, order.currencyCode);
  }
}

/** The order of a line, unless its amounts are hidden from the viewer. */
async function pricedOrderOf({ orderId }: OrderLine, context: SubgraphContext): Promise<Order | null> {
  const order = await context.load(orderOf, orderId);
  return order !== null && mayReadAmounts(context.viewer, order) ? order : null;
}
