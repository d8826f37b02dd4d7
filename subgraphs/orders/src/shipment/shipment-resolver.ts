import "reflect-metadata";
import { Money, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { moneyOrNone } from "../money-or-none.ts";
import { orderOf } from "../order/order-of.ts";
import { mayReadFreight } from "../order/order-rights.ts";
import { Shipment } from "./shipment.ts";

/** What a shipment costs, for the one who pays it. */
@Resolver(() => Shipment)
export class ShipmentResolver {
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
