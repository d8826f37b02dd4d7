import { registerEnumType } from "type-graphql";

/** What part a member takes in the purchases of a company. */
export const BuyingRole = {
  INITIATOR: "INITIATOR",
  USER: "USER",
  INFLUENCER: "INFLUENCER",
  BUYER: "BUYER",
  DECIDER: "DECIDER",
  GATEKEEPER: "GATEKEEPER",
} as const;

export type BuyingRole = keyof typeof BuyingRole;

registerEnumType(BuyingRole, {
  name: "BuyingRole",
  description: "What part a member takes in the purchases of a company.",
  valuesConfig: {
    INITIATOR: { description: "Sees the need first." },
    USER: { description: "Will use what is bought." },
    INFLUENCER: { description: "Shapes the requirements." },
    BUYER: { description: "Negotiates and orders." },
    DECIDER: { description: "Says yes or no." },
    GATEKEEPER: { description: "Decides who and what gets through to the others." },
  },
});
