import { z } from "zod";
import { DATA_CLASSES } from "../data-class.ts";
import { decimal, duration, money, quantity, reference, text } from "./field.ts";

const head = {
  code: text(40).meta({ description: "How the contract numbers the clause, such as 4.2." }),
  text: text(4_000),
  survivesTermination: z.boolean().default(false),
};
const dataClass = z.enum(DATA_CLASSES);
const level = z.enum(["NONE", "EXISTENCE", "PSEUDONYMOUS", "AGGREGATE", "IDENTIFIED", "FULL"]);
const party = reference("companies");
const minimumGroupSize = z.int().min(2).optional();
const kpi = text(60);

/** What the parties of an agreement grant or forbid each other. */
export const clause = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("CUSTOMER_OWNERSHIP"),
    ...head,
    ownership: z.enum(["FIRST_PARTY", "SECOND_PARTY", "CO_OWNED", "SPLIT_BY_SCOPE"]),
    jointController: z.boolean(),
    contactPoint: party
      .optional()
      .meta({ description: "Whom the persons concerned may turn to (GDPR, article 26)." }),
  }),
  z.strictObject({
    type: z.literal("DATA_SHARING"),
    ...head,
    from: party,
    to: party,
    dataClass,
    level,
    purpose: text(500),
    minimumGroupSize,
  }),
  z.strictObject({
    type: z.literal("PRICE_VISIBILITY"),
    ...head,
    from: party,
    to: party,
    dataClass,
    level,
    delayDays: z.int().min(0),
  }),
  z.strictObject({
    type: z.literal("COMMISSION"),
    ...head,
    payer: party,
    payee: party,
    ratePercent: decimal,
    base: text(200),
    capturedAt: text(200),
  }),
  z.strictObject({
    type: z.literal("KPI_SHARING"),
    ...head,
    kpis: z.array(kpi).min(1),
    minimumGroupSize,
    cadence: duration,
  }),
  z.strictObject({
    type: z.literal("SERVICE"),
    ...head,
    responsible: party,
    covers: z.array(text(60)).min(1),
    deliveryDelay: duration.optional(),
    incoterm: z
      .enum(["EXW", "FCA", "CPT", "CIP", "DAP", "DPU", "DDP", "FAS", "FOB", "CFR", "CIF"])
      .optional(),
  }),
  z.strictObject({
    type: z.literal("OBJECTIVE"),
    ...head,
    kpi,
    target: quantity,
    period: duration,
    budget: money.optional(),
  }),
  z.strictObject({
    type: z.literal("RESTRICTION"),
    ...head,
    kind: z.enum(["NON_SOLICITATION", "NON_COMPETE", "EXCLUSIVITY", "CONFIDENTIALITY"]),
    bound: party,
    protects: party,
    durationMonths: z.int().min(0),
  }),
]);

export type ClauseRecord = z.infer<typeof clause>;
