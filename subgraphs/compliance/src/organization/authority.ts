import { registerEnumType } from "type-graphql";

/** What the law puts a regulator in charge of. */
export const Authority = {
  TAX: "TAX",
  DATA_PROTECTION: "DATA_PROTECTION",
  COMPETITION: "COMPETITION",
} as const;

export type Authority = keyof typeof Authority;

registerEnumType(Authority, {
  name: "Authority",
  description: "What the law puts a regulator in charge of.",
  valuesConfig: {
    TAX: { description: "Taxes: invoices by law, commissions on request." },
    DATA_PROTECTION: { description: "Persons' data: who they are, on request." },
    COMPETITION: { description: "Competition between companies." },
  },
});
