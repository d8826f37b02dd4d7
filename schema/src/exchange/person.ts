import { z } from "zod";
import { key, money, reference, text } from "./field.ts";

const membership = z.strictObject({
  company: reference("companies"),
  jobTitle: text(100).optional(),
  buyingRoles: z
    .array(z.enum(["INITIATOR", "USER", "INFLUENCER", "BUYER", "DECIDER", "GATEKEEPER"]))
    .default([]),
  approvalLimit: money
    .optional()
    .meta({ description: "The highest amount this person may decide on alone." }),
});

const referent = z.strictObject({
  company: reference("companies"),
  scope: z.enum(["COMMERCIAL", "LOGISTICS", "BILLING", "AFTER_SALES", "COMPLIANCE", "DATA_PROTECTION"]),
  forPartner: reference("companies").optional().meta({ description: "Absent: for every partner." }),
});

/** A human being: a consumer, or someone at a company. */
export const person = z
  .strictObject({
    key,
    displayName: text(200),
    email: z.email().max(254).optional(),
    phone: text(40).optional(),
    locale: z
      .string()
      .regex(/^[a-z]{2,3}(?:-[A-Z]{2})?$/, "a locale is written like fr or fr-FR")
      .optional(),
    memberships: z
      .array(membership)
      .default([])
      .meta({ description: "The buying centres the person belongs to." }),
    referentOf: z
      .array(referent)
      .default([])
      .meta({ description: "What partners may turn to this person for." }),
  })
  .meta({ title: "Person", description: "A human being: a consumer, or someone at a company." });

export type PersonRecord = z.infer<typeof person>;
