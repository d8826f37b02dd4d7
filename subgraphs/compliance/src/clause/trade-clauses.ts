import { Decimal, Duration, Incoterm, Money } from "@maillon/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Organization } from "../organization/organization.ts";
import { Clause } from "./clause.ts";
import { RestrictionKind } from "./restriction-kind.ts";

/** What one party pays another for each sale. */
@ObjectType({ implements: Clause, description: "Has one party pay another a share of each sale." })
export class CommissionClause extends Clause {
  @Field(() => Organization, { description: "The party that pays." })
  payer!: Organization;

  @Field(() => Organization, { description: "The party that is paid." })
  payee!: Organization;

  @Field(() => Decimal, { description: "The share, in percent of the base." })
  ratePercent!: string;

  @Field({ description: "What the share is taken of." })
  base!: string;

  @Field({ description: "The event at which the commission is due and no longer changes." })
  capturedAt!: string;
}

/** Who serves the customers. */
@ObjectType({ implements: Clause, description: "Makes one party responsible for a service." })
export class ServiceClause extends Clause {
  @Field(() => Organization, { description: "The party that is responsible." })
  responsible!: Organization;

  @Field(() => [String], { description: "What the service covers, such as training." })
  covers!: string[];

  @Field(() => Duration, { nullable: true, description: "The longest time until a delivery." })
  deliveryDelay?: string;

  @Field(() => Incoterm, { nullable: true, description: "Who pays for and bears the risk of transport." })
  incoterm?: Incoterm;
}

/** What the parties want to reach together. */
@ObjectType({ implements: Clause, description: "Sets the parties a common target." })
export class ObjectiveClause extends Clause {
  @Field({ description: "The indicator that the target is set for." })
  kpi!: string;

  @Field(() => Decimal, { description: "The value to be reached." })
  target!: string;

  @Field(() => Duration, { description: "The time in which it is to be reached." })
  period!: string;

  @Field(() => Money, { nullable: true, description: "What the parties spend on it." })
  budget?: Money;
}

/** What one party does not do, for another's sake. */
@ObjectType({ implements: Clause, description: "Keeps one party from something, for another party's sake." })
export class RestrictionClause extends Clause {
  @Field(() => RestrictionKind, { description: "What the party keeps from." })
  kind!: RestrictionKind;

  @Field(() => Organization, { description: "The party that is bound." })
  bound!: Organization;

  @Field(() => Organization, { description: "The party that it protects." })
  protects!: Organization;

  @Field(() => Int, { description: "For how many months after its first day it holds." })
  durationMonths!: number;
}
