import { Currency, Decimal } from "@maillon/subgraph-kit";
import { Matches, Max, Min } from "class-validator";
import { ArgsType, Field, Int } from "type-graphql";

/** What the buyer would buy, and for how long. */
@ArgsType()
export class SupplyPriceArgs {
  @Matches(/^\d*\.?\d*[1-9]/u, { message: "quantity must be above zero" })
  @Field(() => Decimal, { defaultValue: "1", description: "How much would be ordered at once." })
  quantity!: string;

  @Min(0)
  @Max(600)
  @Field(() => Int, { defaultValue: 0, description: "How long the buyer would commit itself, in months." })
  commitmentMonths!: number;

  @Field(() => Currency, { nullable: true, description: "Only prices in this currency." })
  currencyCode?: string | null;
}
