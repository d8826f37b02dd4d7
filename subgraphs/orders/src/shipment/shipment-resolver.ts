import "reflect-metadata";
import { Money, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, ID, Resolver, Root } from "type-graphql";
import { moneyOrNone } from "../money-or-none.ts";
import { Order } from "../order/order.ts";
import { orderOf } from "../order/order-of.ts";
import { freightPayerOf, mayReadFreight } from "../order/order-rights.ts";
import { Shipment } from "./shipment.ts";

/** The order of a shipment, and what it costs for the one who pays it. */
@Resolver(() => Shipment)
export class ShipmentResolver {
  @Visible("TRADE_CORE")
  @FieldResolver(() => Order, {
    nullable: true,
    description: "The order whose goods it brings; a carrier does not learn it.",
  })
  async order(@Root() { orderId }: Shipment, @Ctx() context: SubgraphContext): Promise<Order | null> {
    return context.load(orderOf, orderId);
  }

  @Visible("LOGISTICS_COST")
  @FieldResolver(() => ID, {
    nullable: true,
    description: "The company or customer relation that pays the freight, as the order's Incoterm has it.",
  })
  async freightPayer(@Root() { orderId }: Shipment, @Ctx() context: SubgraphContext): Promise<string | null> {
    const order = await context.load(orderOf, orderId);
    return order !== null && mayReadFreight(context.viewer, order) ? freightPayerOf(order) : null;
  }

  @Visible("LOGISTICS_COST")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The freight, for the party that pays it by the order's Incoterm.",
  })
  async cost(@Root() shipment: Shipment, @Ctx() context: SubgraphContext): Promise<Money | null> {
    const order = await context.load(orderOf, shipment.orderId);
    if (order === null || !mayReadFreight(context.viewer, order)) return null;
    return moneyOrNone(shipment.costAmount, shipment.costCurrency);
  }
}
