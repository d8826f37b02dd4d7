import type { Check } from "./check.ts";
import { checkCountryCode } from "./country-code.ts";
import { checkCpv } from "./cpv.ts";
import { checkCurrency } from "./currency.ts";
import { checkDecimal } from "./decimal.ts";
import { checkDuration } from "./duration.ts";
import { checkGln } from "./gln.ts";
import { checkGtin } from "./gtin.ts";
import { checkSiren } from "./siren.ts";
import { checkSiret } from "./siret.ts";
import { checkUnitCode } from "./unit-code.ts";
import { checkVatId } from "./vat-id.ts";

/** The check of each scalar that is written as a text, by the scalar's name in every contract. */
export const SCALAR_CHECKS = {
  CountryCode: checkCountryCode,
  Cpv: checkCpv,
  Currency: checkCurrency,
  Decimal: checkDecimal,
  Duration: checkDuration,
  Gln: checkGln,
  Gtin: checkGtin,
  Siren: checkSiren,
  Siret: checkSiret,
  UnitCode: checkUnitCode,
  VatId: checkVatId,
} as const satisfies Readonly<Record<string, (text: string) => Check>>;

export type CheckedScalar = keyof typeof SCALAR_CHECKS;
