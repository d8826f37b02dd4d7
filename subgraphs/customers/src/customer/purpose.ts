import { registerEnumType } from "type-graphql";

/** What personal data may be used for. */
export const Purpose = {
  CONTRACT: "CONTRACT",
  MARKETING: "MARKETING",
  ANALYTICS: "ANALYTICS",
  AFTER_SALES: "AFTER_SALES",
  PARTNER_SHARING: "PARTNER_SHARING",
  LOYALTY: "LOYALTY",
} as const;

export type Purpose = keyof typeof Purpose;

registerEnumType(Purpose, {
  name: "Purpose",
  description: "What personal data may be used for.",
  valuesConfig: {
    CONTRACT: { description: "To fulfil the contract." },
    MARKETING: { description: "To advertise." },
    ANALYTICS: { description: "To analyse sales." },
    AFTER_SALES: { description: "To help after the purchase." },
    PARTNER_SHARING: { description: "To share with partners." },
    LOYALTY: { description: "To reward loyalty." },
  },
});
