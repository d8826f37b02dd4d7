import "reflect-metadata";
import { byId, type Page, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { Order } from "../order/order.ts";
import { orderOf } from "../order/order-of.ts";
import { Award } from "./award.ts";
import { AwardConnection } from "./award-connection.ts";
import { AwardArgs, loadAwards } from "./load-awards.ts";

/** Awards of public contracts. */
@Resolver(() => Award)
export class AwardResolver {
  @Query(() => Award, { nullable: true, description: "One award of a public contract." })
  async award(
    @Arg("id", () => ID, { description: "The award." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Award | null> {
    return context.load(byId(Award), id);
  }

  @Query(() => AwardConnection, { description: "Awards of public contracts, the latest first." })
  async awards(
    @Args(() => AwardArgs) choice: AwardArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Award>> {
    return loadAwards(context, choice);
  }

  @Visible("TRADE_CORE")
  @FieldResolver(() => Order, {
    nullable: true,
    description: "The order under the contract, for its parties.",
  })
  async order(@Root() { orderId }: Award, @Ctx() context: SubgraphContext): Promise<Order | null> {
    return orderId === null ? null : context.load(orderOf, orderId);
  }
}
