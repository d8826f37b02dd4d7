import "reflect-metadata";
import { CommerceModel, CountryCode, DateTime, Decimal, Incoterm } from "@maillon/subgraph-kit";
import { Field, ID, InputType } from "type-graphql";

/** One product that is wanted. There is no price: the seller's offer says it. */
@InputType({ description: "One product that is wanted; its price is the seller's offer to the buyer." })
export class OrderLineInput {
  @Field(() => ID, { description: "The product." })
  productId!: string;

  @Field(() => Decimal, { description: "How much of it, in the unit of the offer." })
  quantity!: string;
}

/** What a buyer orders from one seller. */
@InputType({ description: "What the viewer's company orders from one seller." })
export class OrderInput {
  @Field(() => ID, { description: "Who is to sell." })
  sellerId!: string;

  @Field(() => CommerceModel, {
    defaultValue: CommerceModel.B2B,
    description: "Who trades with whom: B2B, B2B2B or, for an administration, B2A.",
  })
  model!: CommerceModel;

  @Field(() => [OrderLineInput], { description: "What is ordered, 1 to 200 lines." })
  lines!: OrderLineInput[];

  @Field(() => Incoterm, { nullable: true, description: "Where cost and risk are to pass to the buyer." })
  incoterm?: Incoterm | null;

  @Field(() => CountryCode, { nullable: true, description: "The country that it is to go to." })
  destination?: string | null;

  @Field(() => String, { nullable: true, description: "How the buyer calls the order, up to 60 characters." })
  purchaseOrderNumber?: string | null;

  @Field(() => DateTime, { nullable: true, description: "When the buyer wants the goods." })
  requestedDeliveryAt?: Date | null;
}
