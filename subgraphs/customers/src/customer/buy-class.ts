import { registerEnumType } from "type-graphql";

/** How new the purchase is to the buyer. */
export const BuyClass = {
  NEW_TASK: "NEW_TASK",
  MODIFIED_REBUY: "MODIFIED_REBUY",
  STRAIGHT_REBUY: "STRAIGHT_REBUY",
} as const;

export type BuyClass = keyof typeof BuyClass;

registerEnumType(BuyClass, {
  name: "BuyClass",
  description: "How new the purchase is to the buyer.",
  valuesConfig: {
    NEW_TASK: { description: "Bought for the first time." },
    MODIFIED_REBUY: { description: "Bought before, with other requirements now." },
    STRAIGHT_REBUY: { description: "Bought again as before." },
  },
});
