import { z } from "zod";
import { gtin, key, money, reference, text, unitCode } from "./field.ts";

const attribute = z.strictObject({ name: text(100), value: text(500), unit: unitCode.optional() });

/** A good, service or software that its manufacturer describes once for the whole chain. */
export const product = z
  .strictObject({
    key,
    sku: text(64),
    name: text(200),
    kind: z.enum(["RAW_MATERIAL", "COMPONENT", "FINISHED_GOOD", "SERVICE", "SOFTWARE", "MADE_TO_ORDER"]),
    status: z.enum(["DRAFT", "ACTIVE", "WITHDRAWN"]),
    unit: unitCode,
    manufacturer: reference("companies"),
    gtin: gtin.optional(),
    description: text(4_000).optional(),
    brand: text(100).optional(),
    category: reference("categories").optional(),
    specifications: z.array(attribute).default([]),
    recommendedRetailPrice: money.optional().meta({ description: "Not binding for any seller." }),
    unitCost: money
      .optional()
      .meta({ description: "What it costs its manufacturer; nobody else ever reads it." }),
  })
  .meta({ title: "Product", description: "A good, service or software, described by its manufacturer." });

export type ProductRecord = z.infer<typeof product>;
