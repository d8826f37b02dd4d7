import { boundRule, loadPage } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { raw } from "@mikro-orm/core";
import type { FilterQuery } from "@mikro-orm/core";
import { ArgsType, Directive, Field } from "type-graphql";
import { profileRows } from "./customer-rows.ts";
import { Customer } from "./customer.ts";
import { Lifecycle } from "./lifecycle.ts";
import { PageArgs } from "./page-args.ts";

/** Which customers, and which page of them. */
@ArgsType()
export class CustomersArgs extends PageArgs {
  @Directive('@reads(fields: ["Customer.stage"])')
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
  const where = stage ? atStage(stage, context) : {};
  return loadPage(context, {
    entity: Customer,
    list: "customers",
    where,
    orderBy: [{ id: "asc" }],
    first,
    after,
  });
}

/**
 * Searches the stages that the viewer may read and no others: whoever may not read a customer's stage would otherwise
 * learn it by asking for each in turn.
 */
function atStage(stage: Lifecycle, { viewer }: SubgraphContext): FilterQuery<Customer> {
  const readable = boundRule(profileRows, "profile", viewer);
  const sql = `[::alias::].id in (select profile.customer_id from customer_profile profile where profile.stage = ? and ${readable.sql})`;
  return { [raw(sql, [stage, ...readable.parameters])]: [] };
}
