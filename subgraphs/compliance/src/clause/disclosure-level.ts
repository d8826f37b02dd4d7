import { registerEnumType } from "type-graphql";

/** How much of a kind of data is disclosed. */
export const DisclosureLevel = {
  NONE: "NONE",
  EXISTENCE: "EXISTENCE",
  PSEUDONYMOUS: "PSEUDONYMOUS",
  AGGREGATE: "AGGREGATE",
  IDENTIFIED: "IDENTIFIED",
  FULL: "FULL",
} as const;

export type DisclosureLevel = keyof typeof DisclosureLevel;

registerEnumType(DisclosureLevel, {
  name: "DisclosureLevel",
  description: "How much of a kind of data is disclosed.",
  valuesConfig: {
    NONE: { description: "Nothing, not even that there is any." },
    EXISTENCE: { description: "That it exists, and nothing of what it says." },
    PSEUDONYMOUS: { description: "What it says, without who it is about." },
    AGGREGATE: { description: "Figures over a group, nothing of each one." },
    IDENTIFIED: { description: "What it says, and who it is about." },
    FULL: { description: "All of it." },
  },
});
