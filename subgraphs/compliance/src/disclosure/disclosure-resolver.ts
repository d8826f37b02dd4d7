import { byId, notFound, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Organization } from "../organization/organization.ts";
import { closeDisclosure } from "./close-disclosure.ts";
import { DisclosureInput } from "./disclosure-input.ts";
import { DisclosureRequest } from "./disclosure-request.ts";
import { requestDisclosure } from "./request-disclosure.ts";

/** Reading disclosure requests, and what regulators do with them. */
@Resolver(() => DisclosureRequest)
export class DisclosureResolver {
  @Query(() => [DisclosureRequest], {
    nullable: true,
    description: "The disclosure requests that your company made or that are about it, the latest first.",
  })
  async disclosureRequests(@Ctx() { em }: SubgraphContext): Promise<DisclosureRequest[]> {
    return em.find(DisclosureRequest, {}, { orderBy: { requestedAt: "desc", id: "asc" } });
  }

  @Mutation(() => DisclosureRequest, {
    nullable: true,
    description:
      "Opens classes of a company's data to your authority, for the role compliance of a regulator.",
  })
  async requestDisclosure(
    @Arg("input", () => DisclosureInput, { description: "What is to be opened, of whom, and why." })
    input: DisclosureInput,
    @Ctx() context: SubgraphContext,
  ): Promise<DisclosureRequest> {
    return read(await requestDisclosure(input, context), context);
  }

  @Mutation(() => DisclosureRequest, {
    nullable: true,
    description: "Ends a request of your authority at once, for the role compliance.",
  })
  async closeDisclosure(
    @Arg("id", () => ID, { description: "The request's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<DisclosureRequest> {
    await closeDisclosure(id, context);
    return read(id, context);
  }

  @Visible("REGULATORY")
  @FieldResolver(() => Organization, { nullable: true, description: "The regulator that asks." })
  async regulator(
    @Root() { regulatorId }: DisclosureRequest,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return context.load(byId(Organization), regulatorId);
  }

  @Visible("REGULATORY")
  @FieldResolver(() => Organization, { nullable: true, description: "The company whose data is asked for." })
  async subject(
    @Root() { subjectId }: DisclosureRequest,
    @Ctx() context: SubgraphContext,
  ): Promise<Organization | null> {
    return context.load(byId(Organization), subjectId);
  }
}

async function read(id: string, context: SubgraphContext): Promise<DisclosureRequest> {
  const request = await context.load(byId(DisclosureRequest), id);
  if (request === null) throw notFound("disclosure request");
  return request;
}
