import "reflect-metadata";
import { Directive, Field, ObjectType } from "type-graphql";
import { Currency, Decimal } from "../graphql/scalars.ts";

/** An amount in a currency. */
@Directive("@shareable")
@ObjectType({
  description: "An amount of money. Unit prices may have more decimals than the currency's coins.",
})
export class Money {
  @Field(() => Decimal, { description: "The amount, as a decimal number." })
  amount!: string;

  @Field(() => Currency, { description: "The currency of the amount." })
  currencyCode!: string;

  /** An amount, which stays the decimal string it is: no float ever holds it. */
  static of(amount: string, currencyCode: string): Money {
    return Object.assign(new Money(), { amount, currencyCode });
  }
}
