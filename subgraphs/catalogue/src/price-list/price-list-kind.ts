import { registerEnumType } from "type-graphql";

/** Whom the prices of a list are for. */
export const PriceListKind = {
  GENERAL_TARIFF: "GENERAL_TARIFF",
  NEGOTIATED: "NEGOTIATED",
  PUBLIC_MARKET: "PUBLIC_MARKET",
} as const;

export type PriceListKind = keyof typeof PriceListKind;

registerEnumType(PriceListKind, {
  name: "PriceListKind",
  description: "Whom the prices of a list are for.",
  valuesConfig: {
    GENERAL_TARIFF: { description: "Every professional buyer." },
    NEGOTIATED: { description: "One buyer, by negotiation." },
    PUBLIC_MARKET: { description: "One administration, by a public award." },
  },
});
