import { registerEnumType } from "type-graphql";

/** Whose the customers are. */
export const CustomerOwnership = {
  FIRST_PARTY: "FIRST_PARTY",
  SECOND_PARTY: "SECOND_PARTY",
  CO_OWNED: "CO_OWNED",
  SPLIT_BY_SCOPE: "SPLIT_BY_SCOPE",
} as const;

export type CustomerOwnership = keyof typeof CustomerOwnership;

registerEnumType(CustomerOwnership, {
  name: "CustomerOwnership",
  description: "Whose the customers are.",
  valuesConfig: {
    FIRST_PARTY: { description: "The supplier's, under whose brand is sold." },
    SECOND_PARTY: { description: "Those of its partner, who sells to them." },
    CO_OWNED: { description: "Customers of both at once." },
    SPLIT_BY_SCOPE: { description: "Those of one or the other, as each customer's record says." },
  },
});
