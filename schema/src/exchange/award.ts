import { z } from "zod";
import { cpv, date, key, money, reference, text } from "./field.ts";

/** A public contract that was given, as the law has it published: who, to whom, for what and how much. */
export const award = z
  .strictObject({
    key,
    buyer: reference("companies"),
    holders: z.array(reference("companies")).min(1),
    object: text(2_000),
    cpv: cpv.optional(),
    procedure: text(200),
    total: money,
    durationMonths: z.int().min(0).max(1_200),
    notifiedAt: date,
    publishedAt: date.optional(),
    bidsReceived: z.int().min(0).optional(),
    order: reference("orders").optional(),
  })
  .superRefine(({ notifiedAt, publishedAt }, context) => {
    if (publishedAt !== undefined && publishedAt < notifiedAt) {
      context.addIssue({ code: "custom", path: ["publishedAt"], message: "is before notifiedAt" });
    }
  })
  .meta({ title: "Award", description: "A public contract that was given, as the law has it published." });
