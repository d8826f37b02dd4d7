import { registerEnumType } from "type-graphql";

/** Who trades with whom along the chain; orders and agreements name it alike. */
export const CommerceModel = {
  B2B: "B2B",
  B2C: "B2C",
  B2B2B: "B2B2B",
  B2B2C: "B2B2C",
  B2C2B: "B2C2B",
  B2A: "B2A",
  B2R: "B2R",
} as const;

export type CommerceModel = keyof typeof CommerceModel;

registerEnumType(CommerceModel, {
  name: "CommerceModel",
  description: "Who trades with whom along the chain.",
  valuesConfig: {
    B2B: { description: "A company sells to a company." },
    B2C: { description: "A company sells to a consumer." },
    B2B2B: { description: "A company sells to a company through another one." },
    B2B2C: { description: "A company reaches consumers through another one, and they know both." },
    B2C2B: { description: "A consumer brings in the company that she works for." },
    B2A: { description: "A company sells to a public administration." },
    B2R: { description: "A company answers to a regulator." },
  },
});
