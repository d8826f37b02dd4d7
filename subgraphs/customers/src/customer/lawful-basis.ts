import { registerEnumType } from "type-graphql";

/** Why the processing is lawful (GDPR, art. 6(1)). */
export const LawfulBasis = {
  CONSENT: "CONSENT",
  CONTRACT: "CONTRACT",
  LEGAL_OBLIGATION: "LEGAL_OBLIGATION",
  VITAL_INTERESTS: "VITAL_INTERESTS",
  PUBLIC_TASK: "PUBLIC_TASK",
  LEGITIMATE_INTERESTS: "LEGITIMATE_INTERESTS",
} as const;

export type LawfulBasis = keyof typeof LawfulBasis;

registerEnumType(LawfulBasis, {
  name: "LawfulBasis",
  description: "Why the processing is lawful (GDPR, art. 6(1)).",
  valuesConfig: {
    CONSENT: { description: "The person agreed." },
    CONTRACT: { description: "A contract with the person needs it." },
    LEGAL_OBLIGATION: { description: "The law demands it." },
    VITAL_INTERESTS: { description: "It protects somebody's life." },
    PUBLIC_TASK: { description: "It serves a task in the public interest." },
    LEGITIMATE_INTERESTS: { description: "The controller has an interest that outweighs the person's." },
  },
});
