import { z } from "zod";
import { amount, currency, dateTime, key, quantity, reference } from "./field.ts";
import { reportRepeated } from "./repeated.ts";

const tier = z.strictObject({
  minimumQuantity: quantity,
  minimumCommitmentMonths: z.int().min(0).max(600).default(0),
  partnership: z
    .enum(["NONE", "RESELLER", "DISTRIBUTOR", "INTEGRATOR", "FRANCHISE", "AGENCY", "PUBLIC_SECTOR"])
    .default("NONE")
    .meta({
      description: "The nature of the partnership that the tier is for; NONE is open to every buyer.",
    }),
  unitPrice: amount,
});

const entry = z
  .strictObject({
    product: reference("products"),
    unitPrice: amount,
    priorPrice: amount.optional(),
    tiers: z.array(tier).default([]),
  })
  .superRefine(({ tiers }, context) => {
    reportRepeated(context, "tiers", tiers.map(conditionOf));
  });

/** The prices at which one seller sells to one buyer, or to every professional buyer. */
export const priceList = z
  .strictObject({
    key,
    kind: z.enum(["GENERAL_TARIFF", "NEGOTIATED", "PUBLIC_MARKET"]),
    seller: reference("companies"),
    buyer: reference("companies").optional(),
    agreement: reference("agreements").optional(),
    currency,
    validFrom: dateTime,
    validUntil: dateTime.optional(),
    entries: z.array(entry).min(1),
  })
  .superRefine(({ kind, buyer, seller, validFrom, validUntil, entries }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (kind === "GENERAL_TARIFF" && buyer) report("buyer", "a general tariff has no single buyer");
    if (kind !== "GENERAL_TARIFF" && !buyer)
      report("buyer", "is missing: only a general tariff is for every buyer");
    if (buyer === seller) report("buyer", "is the seller");
    if (validUntil && Date.parse(validUntil) <= Date.parse(validFrom))
      report("validUntil", "is not after validFrom");
    reportRepeated(
      context,
      "entries",
      entries.map((each) => each.product),
    );
  })
  .meta({
    title: "Price list",
    description: "The prices of one seller, negotiated with one buyer or for all.",
  });

export type PriceListRecord = z.infer<typeof priceList>;

function conditionOf(each: z.infer<typeof tier>): string {
  return `${Number(each.minimumQuantity)} ${each.minimumCommitmentMonths} ${each.partnership}`;
}
