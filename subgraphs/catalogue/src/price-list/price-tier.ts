import { Decimal, Money } from "@maillon/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Partnership } from "./partnership.ts";

/** A tier as it is stored with its price, in the currency of the list. */
export interface TierTerms {
  readonly minimumQuantity: string;
  readonly minimumCommitmentMonths: number;
  readonly partnership: Partnership;
  readonly unitPrice: string;
}

/** One condition on volume, length of the engagement and nature of the partnership, and the price it earns. */
@ObjectType({
  description: "A condition on volume, engagement and partnership, and the price that it earns.",
})
export class PriceTier {
  @Field(() => Decimal, { description: "The smallest quantity that reaches the tier." })
  minimumQuantity!: string;

  @Field(() => Int, { description: "The shortest engagement that reaches it, in months." })
  minimumCommitmentMonths!: number;

  @Field(() => Partnership, { description: "The partnership it is for; NONE is open to every buyer." })
  partnership!: Partnership;

  @Field(() => Money, { description: "The price of one unit." })
  unitPrice!: Money;

  static of(terms: TierTerms, currencyCode: string): PriceTier {
    const unitPrice = Money.of(terms.unitPrice, currencyCode);
    return Object.assign(new PriceTier(), { ...terms, unitPrice });
  }
}
