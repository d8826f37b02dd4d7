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
});
