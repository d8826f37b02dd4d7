import { Gtin } from "@maillon/subgraph-kit";
import { IsOptional, MaxLength } from "class-validator";
import { ArgsType, Field, ID } from "type-graphql";

/** One way to name a product. */
@ArgsType()
export class ProductKeyArgs {
  @Field(() => ID, { nullable: true, description: "The product's id." })
  id?: string | null;

  @Field(() => Gtin, { nullable: true, description: "Its GS1 trade item number." })
  gtin?: string | null;

  @IsOptional()
  @MaxLength(64)
  @Field(() => String, { nullable: true, description: "An article number of the viewer's own company." })
  sku?: string | null;
}
