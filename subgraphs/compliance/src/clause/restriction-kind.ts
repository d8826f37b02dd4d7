import { registerEnumType } from "type-graphql";

/** What a company binds itself not to do. */
export const RestrictionKind = {
  NON_SOLICITATION: "NON_SOLICITATION",
  NON_COMPETE: "NON_COMPETE",
  EXCLUSIVITY: "EXCLUSIVITY",
  CONFIDENTIALITY: "CONFIDENTIALITY",
} as const;

export type RestrictionKind = keyof typeof RestrictionKind;

registerEnumType(RestrictionKind, {
  name: "RestrictionKind",
  description: "What a company binds itself not to do.",
  valuesConfig: {
    NON_SOLICITATION: { description: "Not to approach the other company's customers or people." },
    NON_COMPETE: { description: "Not to compete with the other company." },
    EXCLUSIVITY: { description: "To deal with nobody else." },
    CONFIDENTIALITY: { description: "To keep what it learns to itself." },
  },
});
