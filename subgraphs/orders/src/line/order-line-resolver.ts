import "reflect-metadata";
import { Decimal, Money, Reads, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { moneyOrNone } from "../money-or-none.ts";
import { Order } from "../order/order.ts";
import { orderOf } from "../order/order-of.ts";
import { OrderLine } from "./order-line.ts";

/** The order of a line, and what the line cost for those who may read it. */
@Resolver(() => OrderLine)
export class OrderLineResolver {
  @FieldResolver(() => Order, { nullable: true, description: "The order that it is a line of." })
  async order(@Root() { orderId }: OrderLine, @Ctx() context: SubgraphContext): Promise<Order | null> {
    return context.load(orderOf, orderId);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The price of one unit before the discount, without tax.",
  })
  async unitPrice(@Root() line: OrderLine, @Ctx() context: SubgraphContext): Promise<Money | null> {
    return priceOf(line, line.unitAmount, context);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Decimal, { nullable: true, description: "What is taken off the price, in percent." })
  discountPercent(@Root() { discount }: OrderLine): string | null {
    return discount;
  }

  @Visible("TRADE_AMOUNT")
  @Reads("OrderLine.unitPrice", "OrderLine.quantity", "OrderLine.discountPercent")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "Unit price × quantity, less the discount: exact, never rounded, without tax.",
  })
  async lineTotal(@Root() line: OrderLine, @Ctx() context: SubgraphContext): Promise<Money | null> {
    return priceOf(line, line.totalAmount, context);
  }
}

/** An amount of a line in the currency of its order. */
async function priceOf(
  { orderId }: OrderLine,
  amount: string | null,
  context: SubgraphContext,
): Promise<Money | null> {
  const order = await context.load(orderOf, orderId);
  return order && moneyOrNone(amount, order.currencyCode);
}
