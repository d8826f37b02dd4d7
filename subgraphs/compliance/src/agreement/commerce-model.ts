import { registerEnumType } from "type-graphql";

/** Who trades with whom: B is a business, C a consumer, A an administration, R a regulator. */
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
  description: "Who trades with whom: B is a business, C a consumer, A an administration, R a regulator.",
});
