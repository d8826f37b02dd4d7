import { z } from "zod";
import type { Check } from "../identifiers/check.ts";
import { checkCountryCode } from "../identifiers/country-code.ts";
import { checkCpv } from "../identifiers/cpv.ts";
import { checkCurrency } from "../identifiers/currency.ts";
import { checkDecimal } from "../identifiers/decimal.ts";
import { checkDuration } from "../identifiers/duration.ts";
import { checkGtin } from "../identifiers/gtin.ts";
import { checkUnitCode } from "../identifiers/unit-code.ts";

/** The files of an exchange folder, without their ending; an owner reads the ones before it first. */
export const FILES = [
  "companies",
  "categories",
  "products",
  "people",
  "agreements",
  "customers",
  "price-lists",
  "offers",
  "orders",
  "awards",
] as const;

export type ExchangeFile = (typeof FILES)[number];

/** A text for people: not empty, no control characters, of bounded length. */
export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .regex(/^[^\p{Cc}]*$/u, "holds a control character");

const keyText = text(120);

/** The name of a record in its source: unique in its file, stable from one delivery to the next. */
export const key = keyText.meta({
  description: "Unique in this file and stable from one delivery to the next.",
});

/** The key of a record in another file of the same folder. */
export const reference = (file: ExchangeFile) =>
  keyText.meta({ description: `The key of a record in ${file}.ndjson.`, references: file });

function checked(check: (value: string) => Check, description: string) {
  return z
    .string()
    .superRefine((value, context) => {
      const result = check(value);
      if (!result.ok) context.addIssue({ code: "custom", message: result.reason });
    })
    .meta({ description });
}

export const countryCode = checked(checkCountryCode, "A country: ISO 3166-1 alpha-2.");
export const cpv = checked(checkCpv, "A code of the Common Procurement Vocabulary.");
export const currency = checked(checkCurrency, "A currency: ISO 4217.");
export const decimal = checked(checkDecimal, "A decimal number, written as a string to stay exact.");
export const duration = checked(checkDuration, "A length of time: ISO 8601.");
export const gtin = checked(checkGtin, "A GS1 Global Trade Item Number with its check digit.");
export const unitCode = checked(checkUnitCode, "A unit: UN/CEFACT Recommendation 20 or 21.");

/** A decimal that is not below zero. */
export const amount = decimal
  .refine((value) => !value.startsWith("-"), "is below zero")
  .meta({
    description: "A decimal number that is not below zero, written as a string to stay exact.",
  });

/** A decimal above zero. */
export const quantity = amount
  .refine((value) => /[1-9]/.test(value), "is not above zero")
  .meta({
    description: "A decimal number above zero, written as a string to stay exact.",
  });

/** An amount of money that states its currency. */
export const money = z.strictObject({ amount, currency });

export const date = z.iso.date().meta({ description: "A day: ISO 8601, such as 2026-01-31." });
export const dateTime = z.iso
  .datetime({ offset: true })
  .meta({ description: "A moment: ISO 8601 with its offset, such as 2026-01-31T09:00:00+01:00." });
