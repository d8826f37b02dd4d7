import { z } from "zod";
import { amount, countryCode, duration, key, money, reference, unitCode } from "./field.ts";

/** A seller's proposition of a product: the resale price lives with the reseller, never with the manufacturer. */
export const offer = z
  .strictObject({
    key,
    product: reference("products"),
    seller: reference("companies"),
    price: money.optional().meta({ description: "Absent: on request." }),
    priorPrice: money.optional(),
    unit: unitCode.default("C62").meta({ description: "What one of is sold at the price: a piece, a box." }),
    available: z.boolean(),
    stock: amount.optional(),
    leadTime: duration.optional(),
    territories: z.array(countryCode).default([]).meta({
      description:
        "Where it is made; empty: it does not say. Agreements limited to territories open it only there.",
    }),
    audience: z
      .union([z.literal("PUBLIC"), z.array(reference("companies"))])
      .meta({ description: "PUBLIC, or the companies the offer is made to." }),
  })
  .superRefine(({ price, priorPrice }, context) => {
    if (priorPrice && priorPrice.currency !== price?.currency) {
      context.addIssue({
        code: "custom",
        path: ["priorPrice"],
        message: "is not in the currency of the price",
      });
    }
  })
  .meta({ title: "Offer", description: "A seller's proposition of a product to an audience." });
