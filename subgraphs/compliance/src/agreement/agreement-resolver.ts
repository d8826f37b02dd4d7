import { byId, manyBy, notFound, Visible } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { Clause } from "../clause/clause.ts";
import { loadClauses } from "../clause/load-clauses.ts";
import { Agreement } from "./agreement.ts";
import { AgreementInput } from "../propose/agreement-input.ts";
import { AgreementParty } from "./agreement-party.ts";
import { AgreementSignature } from "./agreement-signature.ts";
import { decideAgreement } from "../decide/decide-agreement.ts";
import { AgreementsArgs, listAgreements } from "./list-agreements.ts";
import { proposeAgreement } from "../propose/propose-agreement.ts";
import { TerminationArgs, terminateAgreement } from "../decide/terminate-agreement.ts";

const partiesOf = manyBy({ entity: AgreementParty, by: "agreementId", orderBy: { position: "asc" } });
const signaturesOf = manyBy({
  entity: AgreementSignature,
  by: "agreementId",
  orderBy: { organizationId: "asc", signatory: "asc" },
});

/** Reading agreements, and what their parties do with them. */
@Resolver(() => Agreement)
export class AgreementResolver {
  @Query(() => Agreement, { nullable: true, description: "One agreement that your company is a party to." })
  async agreement(
    @Arg("id", () => ID, { description: "The agreement's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement | null> {
    return context.load(byId(Agreement), id);
  }

  @Query(() => [Agreement], {
    description: "The agreements that your company is a party to, those that begin last first.",
  })
  async agreements(
    @Args(() => AgreementsArgs) args: AgreementsArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement[]> {
    return listAgreements(args, context);
  }

  @Mutation(() => Agreement, {
    description: "Proposes an agreement to the other parties; it binds nobody yet.",
  })
  async proposeAgreement(
    @Arg("input", () => AgreementInput, { description: "The terms that the parties are to sign." })
    input: AgreementInput,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement> {
    return read(await proposeAgreement(input, context), context);
  }

  @Mutation(() => Agreement, {
    description:
      "Says yes for your company, in each required role that you hold. The last yes binds all parties.",
  })
  async signAgreement(
    @Arg("id", () => ID, { description: "The agreement's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement> {
    await decideAgreement(id, "APPROVE", context);
    return read(id, context);
  }

  @Mutation(() => Agreement, {
    description: "Says no for your company. One no of a required signatory blocks the agreement for good.",
  })
  async rejectAgreement(
    @Arg("id", () => ID, { description: "The agreement's id." }) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement> {
    await decideAgreement(id, "REJECT", context);
    return read(id, context);
  }

  @Mutation(() => Agreement, { description: "Ends a signed agreement from a day on, for all parties." })
  async terminateAgreement(
    @Args(() => TerminationArgs) args: TerminationArgs,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement> {
    await terminateAgreement(args, context);
    return read(args.id, context);
  }

  @Visible("AGREEMENT_EXISTENCE")
  @FieldResolver(() => [AgreementParty], { nullable: true, description: "The companies that it binds." })
  async parties(@Root() { id }: Agreement, @Ctx() context: SubgraphContext): Promise<AgreementParty[]> {
    return context.load(partiesOf, id);
  }

  @Visible("DECISION")
  @FieldResolver(() => [AgreementSignature], {
    nullable: true,
    description:
      "The decisions that it needs of your company. Who decides at the other parties is theirs alone; see signedAt.",
  })
  async signatures(
    @Root() { id }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<AgreementSignature[]> {
    return context.load(signaturesOf, id);
  }

  @Visible("AGREEMENT_TERMS")
  @FieldResolver(() => [Clause], {
    nullable: true,
    description: "What the parties grant or forbid each other.",
  })
  async clauses(
    @Root() { clauseRecords }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<Clause[] | null> {
    return clauseRecords === null ? null : loadClauses(clauseRecords, context);
  }

  @Visible("AGREEMENT_TERMS")
  @FieldResolver(() => Agreement, { nullable: true, description: "The version that it replaces." })
  async supersedes(
    @Root() { supersedesId }: Agreement,
    @Ctx() context: SubgraphContext,
  ): Promise<Agreement | null> {
    return supersedesId === null ? null : context.load(byId(Agreement), supersedesId);
  }
}

async function read(id: string, context: SubgraphContext): Promise<Agreement> {
  const agreement = await context.load(byId(Agreement), id);
  if (agreement === null) throw notFound("agreement");
  return agreement;
}
