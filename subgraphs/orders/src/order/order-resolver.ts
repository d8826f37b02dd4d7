import "reflect-metadata";
import { byId, Money, type Page, Reads, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Query, Resolver, Root } from "type-graphql";
import { linesOf, OrderLine } from "../line/order-line.ts";
import { moneyOrNone } from "../money-or-none.ts";
import { Customer } from "../partners/customer.ts";
import { Organization } from "../partners/organization.ts";
import { stubOf } from "../partners/stub-of.ts";
import { Shipment, shipmentsOf } from "../shipment/shipment.ts";
import { loadOrders } from "./load-orders.ts";
import { Order } from "./order.ts";
import { OrderConnection } from "./order-connection.ts";
import { OrderState } from "./order-state.ts";
import { PageArgs } from "../page-args.ts";
import { PaymentTerms } from "./payment-terms.ts";
import { TradeRole } from "./trade-role.ts";

@ArgsType()
class OrdersArgs extends PageArgs {
  @Reads("Order.seller", "Order.buyer", "Order.intermediary")
  @Field(() => TradeRole, { nullable: true, description: "Those in which the viewer has this role." })
  role?: TradeRole | null;

  @Reads("Order.state")
  @Field(() => OrderState, { nullable: true, description: "Those that have come this far." })
  state?: OrderState | null;
}

/** Orders. What a viewer may not read is null in them already: their table is masked. */
@Resolver(() => Order)
export class OrderResolver {
  @Query(() => Order, { nullable: true, description: "One order that the viewer is a party to." })
  async order(
    @Arg("id", () => ID, { description: "The order." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Order | null> {
    return context.load(byId(Order), id);
  }

  @Query(() => OrderConnection, {
    description: "The orders that the viewer is a party to, the latest first.",
  })
  async orders(
    @Args(() => OrdersArgs) choice: OrdersArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Order>> {
    return loadOrders(context, choice);
  }

  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => [String], {
    nullable: true,
    description:
      "NOT_PERSONAL when a company buys, so that telling who it is needs no basis; nothing for a person.",
  })
  lawfulPurposes(@Root() { buyerId }: Order): string[] {
    return buyerId === null ? [] : ["NOT_PERSONAL"];
  }

  @Visible("CUSTOMER_EXISTENCE", "CUSTOMER_IDENTITY")
  @FieldResolver(() => Organization, {
    nullable: true,
    description: "The company that buys; none: a consumer.",
  })
  buyer(@Root() { buyerId }: Order): Organization | null {
    return stubOf(Organization, buyerId);
  }

  @Visible("CUSTOMER_EXISTENCE")
  @FieldResolver(() => Customer, {
    nullable: true,
    description: "The relation under which the buyer is known.",
  })
  customer(@Root() { customerId }: Order): Customer | null {
    return stubOf(Customer, customerId);
  }

  @Visible("TRADE_CORE")
  @FieldResolver(() => [OrderLine], { nullable: true, description: "What was ordered." })
  async lines(@Root() { id }: Order, @Ctx() context: SubgraphContext): Promise<OrderLine[]> {
    return context.load(linesOf, id);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Money, {
    nullable: true,
    description: "The sum of the line totals: exact, never rounded, without tax.",
  })
  total(@Root() { totalAmount, currencyCode }: Order): Money | null {
    return moneyOrNone(totalAmount, currencyCode);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => Money, { nullable: true, description: "The tax on the total." })
  tax(@Root() { taxAmount, currencyCode }: Order): Money | null {
    return moneyOrNone(taxAmount, currencyCode);
  }

  @Visible("TRADE_AMOUNT")
  @FieldResolver(() => PaymentTerms, { nullable: true, description: "When the order is to be paid." })
  paymentTerms(@Root() { agreedTerms }: Order): PaymentTerms | null {
    return agreedTerms;
  }

  @Visible("LOGISTICS")
  @FieldResolver(() => [Shipment], { nullable: true, description: "The goods on their way." })
  async shipments(@Root() { id }: Order, @Ctx() context: SubgraphContext): Promise<Shipment[]> {
    return context.load(shipmentsOf, id);
  }
}
