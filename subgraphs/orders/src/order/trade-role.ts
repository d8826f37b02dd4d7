import { registerEnumType } from "type-graphql";

/** What a company, or a consumer, is in an order. */
export const TradeRole = { SELLER: "SELLER", BUYER: "BUYER", INTERMEDIARY: "INTERMEDIARY" } as const;

export type TradeRole = keyof typeof TradeRole;

registerEnumType(TradeRole, {
  name: "TradeRole",
  description: "What a party is in an order.",
  valuesConfig: {
    SELLER: { description: "It sells." },
    BUYER: { description: "It buys." },
    INTERMEDIARY: { description: "It brought the two together, or sells in between." },
  },
});
