import type { ClauseRecord } from "@maillon/schema/exchange";
import { Field, InterfaceType } from "type-graphql";

/** The GraphQL type of each kind of clause. */
const CLAUSE_TYPES = {
  CUSTOMER_OWNERSHIP: "CustomerOwnershipClause",
  DATA_SHARING: "DataSharingClause",
  PRICE_VISIBILITY: "PriceVisibilityClause",
  COMMISSION: "CommissionClause",
  KPI_SHARING: "KpiSharingClause",
  SERVICE: "ServiceClause",
  OBJECTIVE: "ObjectiveClause",
  RESTRICTION: "RestrictionClause",
} as const satisfies Record<ClauseRecord["type"], string>;

/** What the parties of an agreement grant or forbid each other. */
@InterfaceType({
  description: "What the parties of an agreement grant or forbid each other.",
  resolveType: ({ type }: Clause) => CLAUSE_TYPES[type],
})
export abstract class Clause {
  // Not a field: `__typename` says it.
  type!: ClauseRecord["type"];

  @Field({ description: "How the contract numbers the clause, such as 4.2." })
  code!: string;

  @Field({ description: "The wording that was signed." })
  text!: string;

  @Field({ description: "Whether it goes on to hold after the agreement was terminated." })
  survivesTermination!: boolean;
}
