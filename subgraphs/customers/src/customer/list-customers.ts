import { loadPage, Reads } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { raw } from "@mikro-orm/core";
import type { FilterQuery } from "@mikro-orm/core";
import { ArgsType, Field } from "type-graphql";
import { Customer } from "./customer.ts";
import { Lifecycle } from "./lifecycle.ts";
import { PageArgs } from "./page-args.ts";

/** Which customers, and which page of them. */
@ArgsType()
export class CustomersArgs extends PageArgs {
  @Reads("Customer.stage")
  @Field(() => Lifecycle, {
    nullable: true,
    description: "Only customers whose stage the viewer may read and who are at this one.",
  })
  stage?: Lifecycle | null;
}

/** Lists the viewer's customers by id, an order that tells nothing about them. */
export async function listCustomers(
  { stage, first, after }: CustomersArgs,
  context: SubgraphContext,
): Promise<Page<Customer>> {
  const conditions = [ofViewer(context)];
  if (stage) conditions.push(atStage(stage));
  const where = { $and: conditions };
  return loadPage(context, {
    entity: Customer,
    list: "customers",
    where,
    orderBy: [{ id: "asc" }],
    first,
    after,
  });
}

/** Starts from the viewer's holdings; the mask alone would look at each customer of the whole chain in turn. */
function ofViewer({ viewer }: SubgraphContext): FilterQuery<Customer> {
  if (viewer.kind === "consumer") return { id: { $in: [...viewer.customers] } };
  const held = "select holding.customer_id from customer_holding holding where holding.organization_id = ?";
  return { [raw(`[::alias::].id in (${held})`, [viewer.organization])]: [] };
}

/**
 * Searches the profiles that the viewer finds, which are those that she may read: whoever may not read a customer's
 * stage would otherwise learn it by asking for each in turn.
 */
function atStage(stage: Lifecycle): FilterQuery<Customer> {
  const sql =
    "[::alias::].id in (select profile.customer_id from customer_profile profile where profile.stage = ?)";
  return { [raw(sql, [stage])]: [] };
}
