import "reflect-metadata";
import { Money, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { moneyOrNone } from "../money-or-none.ts";
import { Order } from "../order/order.ts";
import { orderOf } from "../order/order-of.ts";
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
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The freight, for the party that pays it by the order's Incoterm.",
  })
  cost(@Root() { costAmount, costCurrency }: Shipment): Money | null {
    return moneyOrNone(costAmount, costCurrency);
  }
}
