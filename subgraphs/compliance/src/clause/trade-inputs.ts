import { Currency, Decimal, Duration, Incoterm } from "@maillon/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { RestrictionKind } from "./restriction-kind.ts";

/** See `CommissionClause`. */
@InputType({ description: "Has one party pay another a share of each sale." })
export class CommissionInput {
  @Field(() => ID, { description: "The party that pays." })
  payerId!: string;

  @Field(() => ID, { description: "The party that is paid." })
  payeeId!: string;

  @Field(() => Decimal, { description: "The share, in percent of the base: above 0, at most 100." })
  ratePercent!: string;

  @Field({ description: "What the share is taken of." })
  base!: string;

  @Field({ description: "The event at which the commission is due and no longer changes." })
  capturedAt!: string;
}

/** See `ServiceClause`. */
@InputType({ description: "Makes one party responsible for a service." })
export class ServiceInput {
  @Field(() => ID, { description: "The party that is responsible." })
  responsibleId!: string;

  @Field(() => [String], { description: "What the service covers, such as training." })
  covers!: string[];

  @Field(() => Duration, { nullable: true, description: "The longest time until a delivery." })
  deliveryDelay?: string | null;

  @Field(() => Incoterm, { nullable: true, description: "Who pays for and bears the risk of transport." })
  incoterm?: Incoterm | null;
}

/** What the parties spend. */
@InputType({ description: "What the parties spend on an objective." })
export class BudgetInput {
  @Field(() => Decimal, { description: "The amount." })
  amount!: string;

  @Field(() => Currency, { description: "Its currency." })
  currencyCode!: string;
}

/** See `ObjectiveClause`. */
@InputType({ description: "Sets the parties a common target." })
export class ObjectiveInput {
  @Field({ description: "The indicator that the target is set for." })
  kpi!: string;

  @Field(() => Decimal, { description: "The value to be reached; above 0." })
  target!: string;

  @Field(() => Duration, { description: "The time in which it is to be reached." })
  period!: string;

  @Field(() => BudgetInput, { nullable: true, description: "What the parties spend on it." })
  budget?: BudgetInput | null;
}

/** See `RestrictionClause`. */
@InputType({ description: "Keeps one party from something, for another party's sake." })
export class RestrictionInput {
  @Field(() => RestrictionKind, { description: "What the party keeps from." })
  kind!: RestrictionKind;

  @Field(() => ID, { description: "The party that is bound." })
  boundId!: string;

  @Field(() => ID, { description: "The party that it protects." })
  protectsId!: string;

  @Field(() => Int, { description: "For how many months it holds." })
  durationMonths!: number;
}
