import { registerEnumType } from "type-graphql";

/** What a referent is turned to for. */
export const ReferentScope = {
  COMMERCIAL: "COMMERCIAL",
  LOGISTICS: "LOGISTICS",
  BILLING: "BILLING",
  AFTER_SALES: "AFTER_SALES",
  COMPLIANCE: "COMPLIANCE",
  DATA_PROTECTION: "DATA_PROTECTION",
} as const;

export type ReferentScope = keyof typeof ReferentScope;

registerEnumType(ReferentScope, {
  name: "ReferentScope",
  description: "What a referent is turned to for.",
  valuesConfig: {
    COMMERCIAL: { description: "Offers, prices and orders." },
    LOGISTICS: { description: "Deliveries." },
    BILLING: { description: "Invoices and payments." },
    AFTER_SALES: { description: "Help after the purchase." },
    COMPLIANCE: { description: "Conformity and regulation." },
    DATA_PROTECTION: { description: "Personal data." },
  },
});
