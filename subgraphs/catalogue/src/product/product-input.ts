import { Gtin, MoneyInput, UnitCode } from "@maillon/subgraph-kit";
import { IsIn, IsOptional, Length, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { ProductKind } from "./product-kind.ts";
import { ProductStatus } from "./product-status.ts";

/** A product as its manufacturer describes it. */
@InputType({
  description: "A product as its manufacturer describes it. What is left out stays as it is; null clears it.",
})
export class ProductInput {
  @Length(1, 64)
  @Field({ description: "The manufacturer's own article number: it names the product to create or change." })
  sku!: string;

  @Length(1, 200)
  @Field({ description: "What the product is called." })
  name!: string;

  @Field(() => ProductKind, { description: "What is sold." })
  kind!: ProductKind;

  @Field(() => UnitCode, { description: "The unit in which it is sold." })
  unit!: string;

  @Field(() => Gtin, { nullable: true, description: "Its GS1 trade item number." })
  gtin?: string | null;

  @IsOptional()
  @MaxLength(4000)
  @Field(() => String, { nullable: true, description: "What the product is, in words for everybody." })
  description?: string | null;

  @IsOptional()
  @MaxLength(100)
  @Field(() => String, { nullable: true, description: "The brand it is sold under." })
  brand?: string | null;

  @Field(() => ID, { nullable: true, description: "The category it stands in." })
  categoryId?: string | null;

  @IsIn(["DRAFT", "ACTIVE"])
  @Field(() => ProductStatus, { defaultValue: "ACTIVE", description: "DRAFT keeps it from everybody else." })
  status!: ProductStatus;

  @ValidateNested()
  @Field(() => MoneyInput, { nullable: true, description: "A price for consumers that binds no seller." })
  recommendedRetailPrice?: MoneyInput | null;

  @ValidateNested()
  @Field(() => MoneyInput, {
    nullable: true,
    description: "What it costs; nobody outside the company reads it.",
  })
  unitCost?: MoneyInput | null;
}
