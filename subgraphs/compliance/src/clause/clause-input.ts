import { Field, InputType } from "type-graphql";
import {
  CustomerOwnershipInput,
  DataSharingInput,
  KpiSharingInput,
  PriceVisibilityInput,
} from "./sharing-inputs.ts";
import { CommissionInput, ObjectiveInput, RestrictionInput, ServiceInput } from "./trade-inputs.ts";

/** The input field of each kind of clause; exactly one of them is given. */
export const CLAUSE_FIELDS = {
  customerOwnership: "CUSTOMER_OWNERSHIP",
  dataSharing: "DATA_SHARING",
  priceVisibility: "PRICE_VISIBILITY",
  commission: "COMMISSION",
  kpiSharing: "KPI_SHARING",
  service: "SERVICE",
  objective: "OBJECTIVE",
  restriction: "RESTRICTION",
} as const;

export type ClauseField = keyof typeof CLAUSE_FIELDS;

/** A clause to be proposed. */
@InputType({
  description: "A clause: its number and wording, and exactly one of the other fields for what it means.",
})
export class ClauseInput {
  @Field({ description: "How the contract numbers the clause, such as 4.2." })
  code!: string;

  @Field({ description: "The wording that is signed." })
  text!: string;

  @Field({ defaultValue: false, description: "Whether it goes on to hold after a termination." })
  survivesTermination!: boolean;

  @Field(() => CustomerOwnershipInput, { nullable: true, description: "Says whose the customers are." })
  customerOwnership?: CustomerOwnershipInput | null;

  @Field(() => DataSharingInput, { nullable: true, description: "Lets a party see data of another." })
  dataSharing?: DataSharingInput | null;

  @Field(() => PriceVisibilityInput, { nullable: true, description: "Lets a party see prices of another." })
  priceVisibility?: PriceVisibilityInput | null;

  @Field(() => CommissionInput, { nullable: true, description: "Has a party pay another for each sale." })
  commission?: CommissionInput | null;

  @Field(() => KpiSharingInput, { nullable: true, description: "Has the parties share indicators." })
  kpiSharing?: KpiSharingInput | null;

  @Field(() => ServiceInput, { nullable: true, description: "Makes a party responsible for a service." })
  service?: ServiceInput | null;

  @Field(() => ObjectiveInput, { nullable: true, description: "Sets the parties a common target." })
  objective?: ObjectiveInput | null;

  @Field(() => RestrictionInput, { nullable: true, description: "Keeps a party from something." })
  restriction?: RestrictionInput | null;
}
