import { Currency, DateTime, Decimal } from "@maillon/subgraph-kit";
import { ArrayMaxSize, ArrayMinSize, IsOptional, Matches, Max, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { Partnership } from "./partnership.ts";
import { PriceListKind } from "./price-list-kind.ts";

const notNegative = /^\d/u;
const aboveZero = /^\d*\.?\d*[1-9]/u;

/** A tier to publish. */
@InputType({ description: "A condition on volume, engagement and partnership, and the price that it earns." })
export class PriceTierInput {
  @Matches(aboveZero, { message: "minimumQuantity must be above zero" })
  @Field(() => Decimal, { description: "The smallest quantity that reaches the tier." })
  minimumQuantity!: string;

  @Min(0)
  @Max(600)
  @Field(() => Int, { defaultValue: 0, description: "The shortest engagement that reaches it, in months." })
  minimumCommitmentMonths!: number;

  @Field(() => Partnership, { defaultValue: "NONE", description: "The partnership that it is for." })
  partnership!: Partnership;

  @Matches(notNegative, { message: "unitPrice must not be below zero" })
  @Field(() => Decimal, { description: "The price of one unit, in the currency of the list." })
  unitPrice!: string;
}

/** The price of one product to publish. */
@InputType({ description: "The price of one product." })
export class PriceInput {
  @Field(() => ID, { description: "A product of the viewer's own company." })
  productId!: string;

  @Matches(notNegative, { message: "unitPrice must not be below zero" })
  @Field(() => Decimal, { description: "The price of one unit, in the currency of the list." })
  unitPrice!: string;

  @IsOptional()
  @ArrayMaxSize(100)
  @ValidateNested()
  @Field(() => [PriceTierInput], { nullable: true, description: "Better prices and what they take." })
  tiers?: PriceTierInput[] | null;
}

/** A price list to publish. */
@InputType({ description: "A price list of the viewer's own company." })
export class PriceListInput {
  @Field(() => PriceListKind, { description: "Whom the prices are for." })
  kind!: PriceListKind;

  @Field(() => ID, {
    nullable: true,
    description: "The buyer; needed unless the list is the general tariff.",
  })
  buyerId?: string | null;

  @Field(() => ID, { nullable: true, description: "The agreement that the prices stand on." })
  agreementId?: string | null;

  @Field(() => Currency, { description: "The currency of all its prices." })
  currencyCode!: string;

  @Field(() => DateTime, { description: "From when the prices apply." })
  validFrom!: Date;

  @Field(() => DateTime, { nullable: true, description: "Until when they apply; open when absent." })
  validUntil?: Date | null;

  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @ValidateNested()
  @Field(() => [PriceInput], { description: "The prices, one per product." })
  entries!: PriceInput[];
}
