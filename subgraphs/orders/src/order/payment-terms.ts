import "reflect-metadata";
import { Decimal } from "@maillon/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";

/** When an order is to be paid. */
@ObjectType({ description: "When an order is to be paid." })
export class PaymentTerms {
  @Field(() => Int, { description: "Days from the invoice to the payment." })
  netDays!: number;

  @Field({ description: "Whether the days are counted from the end of the invoice's month." })
  endOfMonth!: boolean;

  @Field(() => Decimal, { nullable: true, description: "What is taken off for paying early, in percent." })
  discountPercent!: string | null;
}
