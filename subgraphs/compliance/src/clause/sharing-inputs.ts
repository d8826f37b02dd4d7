import { Duration } from "@maillon/subgraph-kit";
import { Field, ID, InputType, Int } from "type-graphql";
import { CustomerOwnership } from "./customer-ownership.ts";
import { DisclosureLevel } from "./disclosure-level.ts";

/** See `CustomerOwnershipClause`. */
@InputType({ description: "Says whose the customers of the common trade are." })
export class CustomerOwnershipInput {
  @Field(() => CustomerOwnership, { description: "Whose the customers are." })
  ownership!: CustomerOwnership;

  @Field({ description: "Whether the parties are joint controllers of personal data (GDPR, article 26)." })
  jointController!: boolean;

  @Field(() => ID, { nullable: true, description: "The party to which the persons concerned may turn." })
  contactPointId?: string | null;
}

/** See `DataSharingClause`. */
@InputType({ description: "Lets one party see a class of another party's data." })
export class DataSharingInput {
  @Field(() => ID, { description: "The party whose data it is." })
  fromId!: string;

  @Field(() => ID, { description: "The party that may see it." })
  toId!: string;

  @Field({ description: "The class of the data, such as CUSTOMER_EXISTENCE." })
  dataClass!: string;

  @Field(() => DisclosureLevel, { description: "How much of it is disclosed." })
  level!: DisclosureLevel;

  @Field({ description: "The only purpose that the data may serve." })
  purpose!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest members of a group whose sums are disclosed; at least 2.",
  })
  minimumGroupSize?: number | null;
}

/** See `PriceVisibilityClause`. */
@InputType({ description: "Lets one party see a class of another party's prices." })
export class PriceVisibilityInput {
  @Field(() => ID, { description: "The party whose prices they are." })
  fromId!: string;

  @Field(() => ID, { description: "The party that may see them." })
  toId!: string;

  @Field({ description: "The class of the prices, such as PRICE_RESALE." })
  dataClass!: string;

  @Field(() => DisclosureLevel, { description: "How much of them is disclosed." })
  level!: DisclosureLevel;

  @Field(() => Int, { description: "How many days old a price is before it is disclosed." })
  delayDays!: number;
}

/** See `KpiSharingClause`. */
@InputType({ description: "Has the parties share indicators of their common trade." })
export class KpiSharingInput {
  @Field(() => [String], { description: "The indicators, such as revenue." })
  kpis!: string[];

  @Field(() => Int, {
    nullable: true,
    description: "The fewest members of a group whose indicators are shared; 3 when absent, at least 2.",
  })
  minimumGroupSize?: number | null;

  @Field(() => Duration, { description: "How often they are shared." })
  cadence!: string;
}
