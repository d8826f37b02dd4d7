import { registerEnumType } from "type-graphql";

/** The size of a company, as the law counts it. */
export const OrgSize = {
  MICRO: "MICRO",
  SME: "SME",
  MID: "MID",
  LARGE: "LARGE",
} as const;

export type OrgSize = keyof typeof OrgSize;

registerEnumType(OrgSize, { name: "OrgSize", description: "The size of a company, as the law counts it." });
