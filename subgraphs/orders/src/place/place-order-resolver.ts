import "reflect-metadata";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import { Order } from "../order/order.ts";
import { OrderInput } from "./order-input.ts";
import { placeOrder } from "./place-order.ts";

/** How orders come to be. */
@Resolver(() => Order)
export class PlaceOrderResolver {
  @Mutation(() => Order, {
    description: "Places an order for the viewer's company, once for each idempotency key.",
  })
  async placeOrder(
    @Arg("input", () => OrderInput, { description: "What is ordered." }) input: OrderInput,
    @Arg("idempotencyKey", () => String, {
      description: "The buyer's own name for this request: repeating it gives the same order.",
    })
    idempotencyKey: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Order> {
    return placeOrder(input, idempotencyKey, context);
  }
}
