import { registerEnumType } from "type-graphql";

/** How far a shipment has come. */
export const ShipmentState = {
  PENDING: "PENDING",
  READY: "READY",
  SHIPPED: "SHIPPED",
  DELAYED: "DELAYED",
  PARTIAL: "PARTIAL",
  DELIVERED: "DELIVERED",
  CANCELLED: "CANCELLED",
} as const;

export type ShipmentState = keyof typeof ShipmentState;

registerEnumType(ShipmentState, {
  name: "ShipmentState",
  description: "How far a shipment has come.",
  valuesConfig: {
    PENDING: { description: "Not packed yet." },
    READY: { description: "Packed and waiting for the carrier." },
    SHIPPED: { description: "On its way." },
    DELAYED: { description: "It will arrive later than promised." },
    PARTIAL: { description: "A part of it has arrived." },
    DELIVERED: { description: "All of it has arrived." },
    CANCELLED: { description: "It will not be sent." },
  },
});
