import { Field, ObjectType } from "type-graphql";
import { BuyClass } from "./buy-class.ts";
import { RiskLevel } from "./risk-level.ts";

/** The situation in which somebody buys; stored with the profile, as the holder last described it. */
@ObjectType({ description: "The situation in which a customer buys." })
export class BuyingSituation {
  @Field(() => BuyClass, { description: "How new the purchase is to the buyer." })
  buyClass!: BuyClass;

  @Field(() => Boolean, { nullable: true, description: "Whether the customer buys regularly." })
  buysRegularly?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether the customer also buys from a competitor." })
  buysFromCompetitor?: boolean | null;

  @Field(() => RiskLevel, { nullable: true, description: "How risky the purchase seems to the customer." })
  perceivedRisk?: RiskLevel | null;

  @Field(() => Boolean, { nullable: true, description: "Whether an assured delivery date is needed." })
  needsDeliveryAssurance?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether exchange rates change what the customer pays.",
  })
  exposedToExchangeRisk?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "Whether help after the purchase is expected." })
  needsAfterSales?: boolean | null;

  @Field(() => [String], { description: "What the customer decides by." })
  purchaseCriteria!: string[];

  @Field(() => String, { nullable: true, description: "What the customer's own customers need." })
  downstreamNeeds?: string | null;
}
