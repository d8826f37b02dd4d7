import { registerEnumType } from "type-graphql";

/** Whose the customers are. */
export const CustomerOwnership = {
  FIRST_PARTY: "FIRST_PARTY",
  SECOND_PARTY: "SECOND_PARTY",
  CO_OWNED: "CO_OWNED",
  SPLIT_BY_SCOPE: "SPLIT_BY_SCOPE",
} as const;

export type CustomerOwnership = keyof typeof CustomerOwnership;

registerEnumType(CustomerOwnership, { name: "CustomerOwnership", description: "Whose the customers are." });
