import { CalendarDate, CommerceModel, CountryCode } from "@maillon/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";
import { ClauseInput } from "../clause/clause-input.ts";
import { PartyRole } from "../agreement/party-role.ts";
import { SIGNATORY_ROLES } from "../agreement/signatory-roles.ts";

/** An agreement to be proposed. */
@InputType({ description: "An agreement to be proposed; once proposed, its terms never change." })
export class AgreementInput {
  @Field(() => CommerceModel, { description: "The kind of trade it is about." })
  model!: CommerceModel;

  @Field(() => [ID], {
    description: "The companies that it binds, along the chain from the supplier to the buyer.",
  })
  partyIds!: string[];

  @Field(() => [PartyRole], {
    nullable: true,
    description:
      "What each company is, in the order of partyIds. When absent, the first is the supplier, the last the buyer and those between are intermediaries.",
  })
  partyRoles?: PartyRole[] | null;

  @Field(() => [String], {
    defaultValue: [SIGNATORY_ROLES[0]],
    description: `The roles at every company whose holders must all sign: ${SIGNATORY_ROLES.join(", ")}.`,
  })
  signatories!: string[];

  @Field(() => CalendarDate, { description: "The first day on which it holds (UTC)." })
  validFrom!: string;

  @Field(() => CalendarDate, {
    nullable: true,
    description: "The first day on which it no longer holds (UTC); absent when it has no end.",
  })
  validUntil?: string | null;

  @Field(() => [CountryCode], { defaultValue: [], description: "Where it holds; empty means everywhere." })
  territories!: string[];

  @Field(() => [ID], { defaultValue: [], description: "The products it is about; empty means all of them." })
  productScope!: string[];

  @Field(() => [ClauseInput], {
    defaultValue: [],
    description: "What the parties grant or forbid each other.",
  })
  clauses!: ClauseInput[];

  @Field(() => String, { nullable: true, description: "What the persons concerned may know of it." })
  essenceForDataSubjects?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      "The signed agreement of the same parties whose next version this is; it ends when this one begins.",
  })
  supersedesId?: string | null;
}
