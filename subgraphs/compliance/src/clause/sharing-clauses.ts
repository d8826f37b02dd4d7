import { Duration } from "@maillon/subgraph-kit";
import { Field, Int, ObjectType } from "type-graphql";
import { Organization } from "../organization/organization.ts";
import { Clause } from "./clause.ts";
import { CustomerOwnership } from "./customer-ownership.ts";
import { DisclosureLevel } from "./disclosure-level.ts";

/** Whose the customers are. */
@ObjectType({ implements: Clause, description: "Says whose the customers of the common trade are." })
export class CustomerOwnershipClause extends Clause {
  @Field(() => CustomerOwnership, { description: "Whose the customers are." })
  ownership!: CustomerOwnership;

  @Field({ description: "Whether the parties are joint controllers of personal data (GDPR, article 26)." })
  jointController!: boolean;

  @Field(() => Organization, {
    nullable: true,
    description: "The party to which the persons concerned may turn.",
  })
  contactPoint?: Organization;
}

/** What one party tells another about a class of its data. */
@ObjectType({ implements: Clause, description: "Lets one party see a class of another party's data." })
export class DataSharingClause extends Clause {
  @Field(() => Organization, { description: "The party whose data it is." })
  from!: Organization;

  @Field(() => Organization, { description: "The party that may see it." })
  to!: Organization;

  @Field({ description: "The class of the data, such as CUSTOMER_EXISTENCE." })
  dataClass!: string;

  @Field(() => DisclosureLevel, { description: "How much of it is disclosed." })
  level!: DisclosureLevel;

  @Field({ description: "The only purpose that the data may serve." })
  purpose!: string;

  @Field(() => Int, {
    nullable: true,
    description: "The fewest members of a group whose sums are disclosed.",
  })
  minimumGroupSize?: number;
}

/** What one party tells another about its prices. */
@ObjectType({ implements: Clause, description: "Lets one party see a class of another party's prices." })
export class PriceVisibilityClause extends Clause {
  @Field(() => Organization, { description: "The party whose prices they are." })
  from!: Organization;

  @Field(() => Organization, { description: "The party that may see them." })
  to!: Organization;

  @Field({ description: "The class of the prices, such as PRICE_RESALE." })
  dataClass!: string;

  @Field(() => DisclosureLevel, { description: "How much of them is disclosed." })
  level!: DisclosureLevel;

  @Field(() => Int, { description: "How many days old a price is before it is disclosed." })
  delayDays!: number;
}

/** Which indicators the parties share. */
@ObjectType({ implements: Clause, description: "Has the parties share indicators of their common trade." })
export class KpiSharingClause extends Clause {
  @Field(() => [String], { description: "The indicators, such as revenue." })
  kpis!: string[];

  @Field(() => Int, { description: "The fewest members of a group whose indicators are shared." })
  minimumGroupSize!: number;

  @Field(() => Duration, { description: "How often they are shared." })
  cadence!: string;
}
