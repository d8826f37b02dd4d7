import { ArrayMaxSize, IsEmail, IsOptional, Matches, MaxLength } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { CustomerKind } from "./customer-kind.ts";
import { DataUseInput } from "./data-use-input.ts";
import { Purpose } from "./purpose.ts";

/** Who becomes a customer. */
@InputType({ description: "Who becomes a customer: an organization of the chain, or a consumer by name." })
export class CustomerInput {
  @Field(() => CustomerKind, { description: "Whether a person, a company or an administration buys." })
  kind!: CustomerKind;

  @Field(() => ID, { nullable: true, description: "The organization; needed unless it is a consumer." })
  organizationId?: string | null;

  @IsOptional()
  @MaxLength(200)
  @Matches(/\S/u, { message: "displayName must hold a visible character" })
  @Matches(/^\P{Cc}*$/u, { message: "displayName must not hold control characters" })
  @Field(() => String, { nullable: true, description: "The consumer's name; needed for a consumer." })
  displayName?: string | null;

  @IsOptional()
  @MaxLength(254)
  @IsEmail()
  @Field(() => String, { nullable: true, description: "Where the consumer gets e-mail." })
  email?: string | null;

  @IsOptional()
  @ArrayMaxSize(Object.keys(Purpose).length)
  @Field(() => [DataUseInput], {
    nullable: true,
    description:
      "What the consumer's data are used for; needed for a consumer, whom nobody may name without a lawful basis.",
  })
  uses?: DataUseInput[] | null;

  @Field(() => ID, { nullable: true, description: "The company through which the customer was acquired." })
  acquiredThroughId?: string | null;
}
