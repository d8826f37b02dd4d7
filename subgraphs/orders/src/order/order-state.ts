import { registerEnumType } from "type-graphql";

/** How far an order has come. */
export const OrderState = {
  DRAFT: "DRAFT",
  AWAITING_APPROVAL: "AWAITING_APPROVAL",
  REJECTED: "REJECTED",
  OPEN: "OPEN",
  CONFIRMED: "CONFIRMED",
  COMPLETE: "COMPLETE",
  CANCELLED: "CANCELLED",
} as const;

export type OrderState = keyof typeof OrderState;

registerEnumType(OrderState, {
  name: "OrderState",
  description: "How far an order has come.",
  valuesConfig: {
    DRAFT: { description: "The buyer is still writing it." },
    AWAITING_APPROVAL: { description: "The buyer's company has not decided yet." },
    REJECTED: { description: "The buyer's company decided against it." },
    OPEN: { description: "Placed; the seller has not confirmed it yet." },
    CONFIRMED: { description: "The seller has confirmed it." },
    COMPLETE: { description: "Everything has been delivered." },
    CANCELLED: { description: "Called off before it was complete." },
  },
});
