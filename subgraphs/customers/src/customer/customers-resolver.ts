import { byId } from "@maillon/subgraph-kit";
import type { Page, SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { CustomerConnection } from "./customer-connection.ts";
import { CustomerInput } from "./customer-input.ts";
import { Customer } from "./customer.ts";
import { CustomersArgs, listCustomers } from "./list-customers.ts";
import { registerCustomer } from "./register-customer.ts";

/** Finding and registering customers. */
@Resolver(() => Customer)
export class CustomersResolver {
  @Query(() => Customer, {
    nullable: true,
    description: "One customer that the viewer's company holds, or the relation of the consumer who asks.",
  })
  async customer(
    @Arg("id", () => ID, { description: "The customer's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Customer | null> {
    return context.load(byId(Customer), id);
  }

  @Query(() => CustomerConnection, {
    description: "The customers that the viewer's company holds today; to a consumer, her own relations.",
  })
  async customers(
    @Args(() => CustomersArgs) args: CustomersArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Page<Customer>> {
    return listCustomers(args, context);
  }

  @Mutation(() => Customer, {
    description:
      "Registers a customer of the viewer's own company, which holds her as OWNER from today on. Who is its customer already is refused with CONFLICT.",
  })
  async registerCustomer(
    @Arg("input", () => CustomerInput, { description: "Who the customer is." }) input: CustomerInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Customer> {
    const id = await registerCustomer(input, context);
    const registered = await context.load(byId(Customer), id);
    if (registered === null) throw new Error("A customer is not visible to the company that registered it.");
    return registered;
  }
}
