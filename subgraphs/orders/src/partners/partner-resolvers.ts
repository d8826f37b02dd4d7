import "reflect-metadata";
import { type Page, type SubgraphContext, Visible } from "@maillon/subgraph-kit";
import { Args, Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import { Offer, offersOf } from "../offer/offer.ts";
import type { Order } from "../order/order.ts";
import { OrderConnection } from "../order/order-connection.ts";
import { loadOrderPage } from "../order/order-pages.ts";
import { PageArgs } from "../page-args.ts";
import { Agreement } from "./agreement.ts";
import { Customer } from "./customer.ts";
import { Organization } from "./organization.ts";
import { Product } from "./product.ts";

// The fields below are lists of orders and offers, each of which decides for itself who sees it: hence PUBLIC.

/** What this subgraph knows about companies. */
@Resolver(() => Organization)
export class OrganizationResolver {
  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: "What it ordered, as far as the viewer is a party too.",
  })
  async ordersAsBuyer(
    @Root() { id }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Order>> {
    return loadOrderPage(context, { by: "buyer_id", owner: id }, page);
  }

  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: "What it sold, as far as the viewer is a party too.",
  })
  async ordersAsSeller(
    @Root() { id }: Organization,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Order>> {
    return loadOrderPage(context, { by: "seller_id", owner: id }, page);
  }
}

/** What this subgraph knows about customer relations. */
@Resolver(() => Customer)
export class CustomerResolver {
  @Visible("PUBLIC")
  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: "What was ordered under the relation, as far as the viewer is a party.",
  })
  async orders(
    @Root() { id }: Customer,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Order>> {
    return loadOrderPage(context, { by: "customer_id", owner: id }, page);
  }
}

/** What this subgraph knows about agreements. */
@Resolver(() => Agreement)
export class AgreementResolver {
  @Visible("PUBLIC")
  @FieldResolver(() => OrderConnection, {
    nullable: true,
    description: "What was ordered under the agreement, as far as the viewer is a party.",
  })
  async orders(
    @Root() { id }: Agreement,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Order>> {
    return loadOrderPage(context, { by: "agreement_id", owner: id }, page);
  }
}

/** What this subgraph knows about products. */
@Resolver(() => Product)
export class ProductResolver {
  @Visible("PUBLIC")
  @FieldResolver(() => [Offer], { nullable: true, description: "Who offers it to the viewer." })
  async offers(@Root() { id }: Product, @Ctx() context: SubgraphContext): Promise<Offer[]> {
    return context.load(offersOf, id);
  }
}
