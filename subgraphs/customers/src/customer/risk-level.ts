import { registerEnumType } from "type-graphql";

/** How risky the purchase seems to the buyer. */
export const RiskLevel = {
  LOW: "LOW",
  MEDIUM: "MEDIUM",
  HIGH: "HIGH",
} as const;

export type RiskLevel = keyof typeof RiskLevel;

registerEnumType(RiskLevel, {
  name: "RiskLevel",
  description: "How risky the purchase seems to the buyer.",
  valuesConfig: {
    LOW: { description: "Hardly any risk." },
    MEDIUM: { description: "Some risk." },
    HIGH: { description: "A risk that may stop the purchase." },
  },
});
