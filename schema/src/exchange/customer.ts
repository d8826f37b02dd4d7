import { z } from "zod";
import { countryCode, date, dateTime, key, reference, text } from "./field.ts";
import { reportRepeated } from "./repeated.ts";

const holding = z.strictObject({
  company: reference("companies"),
  role: z.enum(["OWNER", "CO_OWNER", "INTERMEDIARY"]),
  agreement: reference("agreements").optional(),
  since: date,
  until: date.optional(),
});

const situation = z.strictObject({
  buyClass: z.enum(["NEW_TASK", "MODIFIED_REBUY", "STRAIGHT_REBUY"]),
  buysRegularly: z.boolean().optional(),
  buysFromCompetitor: z.boolean().optional(),
  perceivedRisk: z.enum(["LOW", "MEDIUM", "HIGH"]).optional(),
  needsDeliveryAssurance: z.boolean().optional(),
  exposedToExchangeRisk: z.boolean().optional(),
  needsAfterSales: z.boolean().optional(),
  purchaseCriteria: z.array(text(200)).default([]),
  downstreamNeeds: text(1_000).optional(),
});

const consent = z.strictObject({
  purpose: z.enum(["CONTRACT", "MARKETING", "ANALYTICS", "AFTER_SALES", "PARTNER_SHARING", "LOYALTY"]),
  basis: z.enum([
    "CONSENT",
    "CONTRACT",
    "LEGAL_OBLIGATION",
    "VITAL_INTERESTS",
    "PUBLIC_TASK",
    "LEGITIMATE_INTERESTS",
  ]),
  granted: z.boolean(),
  at: dateTime,
  controller: reference("companies"),
  withdrawnAt: dateTime.optional(),
});

/** A relation, not a person: one buyer and the companies that hold her as their customer. */
export const customer = z
  .strictObject({
    key,
    kind: z.enum(["CONSUMER", "BUSINESS", "ADMINISTRATION"]),
    organization: reference("companies").optional(),
    person: reference("people").optional(),
    holders: z.array(holding).min(1),
    country: countryCode.optional().meta({
      description: "Where the customer is. Agreements that are limited to territories open it only there.",
    }),
    acquiredThrough: reference("companies").optional(),
    stage: z.enum(["PROSPECT", "NEW", "HABITUAL", "LAPSED"]),
    segments: z.array(text(100)).default([]),
    situation: situation.optional(),
    loyaltyPoints: z.int().min(0).optional(),
    consents: z.array(consent).default([]),
    introduced: z.array(reference("companies")).default([]).meta({
      description: "Organizations that this consumer brought in.",
    }),
  })
  .superRefine(({ kind, organization, person, holders }, context) => {
    const report = (path: string, message: string) =>
      context.addIssue({ code: "custom", path: [path], message });
    if (kind === "CONSUMER") {
      if (!person) report("person", "is missing: a consumer is a person");
      if (organization) report("organization", "a consumer is no organization");
    } else {
      if (!organization) report("organization", "is missing: only a consumer is a person");
      if (person) report("person", "only a consumer is a person");
    }
    reportRepeated(
      context,
      "holders",
      holders.map((each) => each.company),
    );
  })
  .meta({ title: "Customer", description: "A relation: one buyer and the companies that hold her." });

export type CustomerRecord = z.infer<typeof customer>;
