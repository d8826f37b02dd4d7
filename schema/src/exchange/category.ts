import { z } from "zod";
import { key, reference, text } from "./field.ts";

/** A shelf of the catalogue. */
export const category = z
  .strictObject({
    key,
    name: text(200),
    gpcBrick: z
      .string()
      .regex(/^\d{8}$/, "a GPC brick has 8 digits")
      .optional()
      .meta({ description: "The brick of GS1's Global Product Classification." }),
    parent: reference("categories").optional(),
  })
  .meta({ title: "Category", description: "A shelf of the catalogue." });
