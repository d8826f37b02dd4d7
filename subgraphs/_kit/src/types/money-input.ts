import "reflect-metadata";
import { Matches } from "class-validator";
import { Field, InputType } from "type-graphql";
import { Currency, Decimal } from "../graphql/scalars.ts";

/** An amount of money that a client states. */
@InputType({ description: "An amount of money that is not below zero." })
export class MoneyInput {
  @Matches(/^\d/u, { message: "amount must not be below zero" })
  @Field(() => Decimal, { description: "The amount, as a decimal number." })
  amount!: string;

  @Field(() => Currency, { description: "The currency of the amount." })
  currencyCode!: string;
}
