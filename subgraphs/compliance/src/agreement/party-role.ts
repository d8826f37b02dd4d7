import { registerEnumType } from "type-graphql";

/** What a company is in an agreement. */
export const PartyRole = {
  SUPPLIER: "SUPPLIER",
  INTERMEDIARY: "INTERMEDIARY",
  RESELLER: "RESELLER",
  BUYER: "BUYER",
  BRAND: "BRAND",
  CONTROLLER: "CONTROLLER",
  PROCESSOR: "PROCESSOR",
} as const;

export type PartyRole = keyof typeof PartyRole;

registerEnumType(PartyRole, { name: "PartyRole", description: "What a company is in an agreement." });
