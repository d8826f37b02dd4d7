import { registerEnumType } from "type-graphql";

/** The size of a company, as the law counts it. */
export const OrgSize = {
  MICRO: "MICRO",
  SME: "SME",
  MID: "MID",
  LARGE: "LARGE",
} as const;

export type OrgSize = keyof typeof OrgSize;

registerEnumType(OrgSize, {
  name: "OrgSize",
  description: "The size of a company, as the law counts it.",
  valuesConfig: {
    MICRO: { description: "Fewer than 10 people, and at most 2 million euros of turnover or balance sheet." },
    SME: {
      description:
        "Fewer than 250 people, and at most 50 million euros of turnover or 43 million of balance sheet.",
    },
    MID: {
      description:
        "Fewer than 5,000 people, and at most 1.5 thousand million euros of turnover or 2 of balance sheet.",
    },
    LARGE: { description: "Larger than all of these." },
  },
});
