import { Big } from "big.js";
import { z } from "zod";
import { commerceModel } from "./agreement.ts";
import {
  amount,
  countryCode,
  currency,
  dateTime,
  decimal,
  duration,
  key,
  money,
  quantity,
  reference,
  text,
  unitCode,
} from "./field.ts";
import { reportRepeated } from "./repeated.ts";

const line = z
  .strictObject({
    key: text(120).meta({ description: "Unique in its order." }),
    product: reference("products"),
    quantity,
    unit: unitCode,
    unitPrice: amount.meta({ description: "Before the discount, without tax." }),
    discountPercent: amount.default("0"),
    lineTotal: amount.meta({
      description: "unitPrice × quantity × (1 − discountPercent ÷ 100), exact: never rounded.",
    }),
  })
  .superRefine((each, context) => {
    if (Number(each.discountPercent) > 100) {
      context.addIssue({ code: "custom", path: ["discountPercent"], message: "is above 100" });
    }
    const expected = lineTotalOf(each);
    if (!Big(each.lineTotal).eq(expected)) {
      context.addIssue({ code: "custom", path: ["lineTotal"], message: `is not ${expected}` });
    }
  });

const shipment = z.strictObject({
  key: text(120).meta({ description: "Unique in its order." }),
  state: z.enum(["PENDING", "READY", "SHIPPED", "DELAYED", "PARTIAL", "DELIVERED", "CANCELLED"]),
  carrier: reference("companies").optional(),
  trackingNumber: text(100).optional(),
  promisedAt: dateTime.optional(),
  shippedAt: dateTime.optional(),
  deliveredAt: dateTime.optional(),
  cost: money.optional().meta({ description: "The freight." }),
});

const paymentTerms = z.strictObject({
  netDays: z.int().min(0),
  endOfMonth: z.boolean().default(false),
  discountPercent: decimal.optional(),
});

/** What a buyer ordered from a seller. Amounts are exact and without tax; only a report rounds, once, at its end. */
export const order = z
  .strictObject({
    key,
    number: text(40).meta({ description: "How the parties call the order." }),
    model: commerceModel,
    channel: z.enum(["ONLINE", "STORE", "PHONE", "EDI", "PARTNER"]).optional(),
    state: z.enum(["DRAFT", "AWAITING_APPROVAL", "REJECTED", "OPEN", "CONFIRMED", "COMPLETE", "CANCELLED"]),
    seller: reference("companies"),
    buyer: reference("companies").optional().meta({ description: "Absent when the buyer is a consumer." }),
    customer: reference("customers").optional(),
    intermediary: reference("companies").optional(),
    soldUnderBrandOf: reference("companies").optional(),
    agreement: reference("agreements").optional(),
    purchaseOrderNumber: text(60).optional(),
    currency,
    lines: z.array(line).min(1),
    total: amount.meta({ description: "The sum of the line totals, exact." }),
    tax: amount.optional(),
    paymentTerms: paymentTerms.optional(),
    incoterm: z
      .enum(["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"])
      .optional(),
    destination: countryCode.optional().meta({
      description: "Where it goes. Agreements that are limited to territories open it only there.",
    }),
    commitment: duration.optional(),
    placedAt: dateTime,
    requestedDeliveryAt: dateTime.optional(),
    shipments: z.array(shipment).default([]),
  })
  .superRefine(({ buyer, customer, seller, lines, total, shipments }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (!buyer && !customer) report("buyer", "is missing, and so is the customer");
    if (buyer === seller) report("buyer", "is the seller");
    const expected = totalOf(lines);
    if (!Big(total).eq(expected)) report("total", `is not ${expected}, the sum of the line totals`);
    reportRepeated(
      context,
      "lines",
      lines.map((each) => each.key),
    );
    reportRepeated(
      context,
      "shipments",
      shipments.map((each) => each.key),
    );
  })
  .meta({ title: "Order", description: "What a buyer ordered from a seller, with lines and shipments." });

export type OrderRecord = z.infer<typeof order>;

/** The exact total of a line, as the exchange format wants it. */
export function lineTotalOf(each: { unitPrice: string; quantity: string; discountPercent: string }): string {
  const share = Big(100).minus(each.discountPercent).times("0.01");
  return Big(each.unitPrice).times(each.quantity).times(share).toFixed();
}

/** The exact sum of line totals. */
export function totalOf(lines: readonly { lineTotal: string }[]): string {
  return lines.reduce((sum, each) => sum.plus(each.lineTotal), Big(0)).toFixed();
}
