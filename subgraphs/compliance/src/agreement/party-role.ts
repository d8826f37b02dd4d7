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

registerEnumType(PartyRole, {
  name: "PartyRole",
  description: "What a company is in an agreement.",
  valuesConfig: {
    SUPPLIER: { description: "Supplies what is traded." },
    INTERMEDIARY: { description: "Brings buyer and seller together, or sells on." },
    RESELLER: { description: "Sells on to companies or consumers." },
    BUYER: { description: "Buys." },
    BRAND: { description: "The company under whose brand is sold." },
    CONTROLLER: { description: "Decides why and how personal data are used (GDPR, article 4)." },
    PROCESSOR: { description: "Uses personal data for a controller only (GDPR, article 4)." },
  },
});
