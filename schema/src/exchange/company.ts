import { z } from "zod";
import type { Check } from "../identifiers/check.ts";
import { checkGln } from "../identifiers/gln.ts";
import { checkSiren } from "../identifiers/siren.ts";
import { checkSiret } from "../identifiers/siret.ts";
import { checkVatId } from "../identifiers/vat-id.ts";
import { countryCode, key, reference, text } from "./field.ts";

/** What the law puts a regulator in charge of. */
export const authority = z.enum(["TAX", "DATA_PROTECTION", "COMPETITION"]);

export type Authority = z.infer<typeof authority>;

const checks: Readonly<Partial<Record<string, (value: string) => Check>>> = {
  SIREN: checkSiren,
  SIRET: checkSiret,
  VAT: checkVatId,
  GLN: checkGln,
};

const registration = z
  .strictObject({
    scheme: z.enum(["SIREN", "SIRET", "VAT", "GLN", "DUNS", "LEI", "OTHER"]),
    value: text(64),
    icd: z
      .string()
      .regex(/^\d{4}$/)
      .optional()
      .meta({ description: "The scheme's code in ISO/IEC 6523, such as 0009 for SIRET." }),
  })
  .superRefine(({ scheme, value }, context) => {
    const result = checks[scheme]?.(value);
    if (result?.ok === false) context.addIssue({ code: "custom", path: ["value"], message: result.reason });
  });

/** A company, administration or regulator of the chain. */
export const company = z
  .strictObject({
    key,
    name: text(200),
    country: countryCode,
    roles: z
      .array(
        z.enum([
          "MANUFACTURER",
          "DISTRIBUTOR",
          "INTEGRATOR",
          "RESELLER",
          "RETAILER",
          "END_BUSINESS",
          "ADMINISTRATION",
          "REGULATOR",
          "CARRIER",
          "PLATFORM",
        ]),
      )
      .default([]),
    authorities: z.array(authority).default([]).meta({
      description: "What the law puts a regulator in charge of; no other company has any.",
    }),
    registrations: z.array(registration).default([]),
    size: z.enum(["MICRO", "SME", "MID", "LARGE"]).optional(),
    parent: reference("companies").optional(),
  })
  .superRefine(({ roles, authorities }, context) => {
    if (authorities.length === 0 || roles.includes("REGULATOR")) return;
    context.addIssue({ code: "custom", path: ["authorities"], message: "belong to a regulator only" });
  })
  .meta({ title: "Company", description: "A company, administration or regulator of the chain." });

export type CompanyRecord = z.infer<typeof company>;
