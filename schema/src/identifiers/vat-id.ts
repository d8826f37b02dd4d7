import { accepted, refused, type Check } from "./check.ts";
import { checkSiren } from "./siren.ts";

/** What follows the country's prefix, in the order of the prefixes (Commission's VIES, structure of VAT numbers). */
const FORMATS: Readonly<Record<string, RegExp>> = {
  AT: /^U\d{8}$/,
  BE: /^[01]\d{9}$/,
  BG: /^\d{9,10}$/,
  CY: /^\d{8}[A-Z]$/,
  CZ: /^\d{8,10}$/,
  DE: /^\d{9}$/,
  DK: /^\d{8}$/,
  EE: /^\d{9}$/,
  EL: /^\d{9}$/,
  ES: /^(?:[A-Z]\d{7}[A-Z0-9]|\d{8}[A-Z])$/,
  FI: /^\d{8}$/,
  FR: /^\d{11}$/,
  HR: /^\d{11}$/,
  HU: /^\d{8}$/,
  IE: /^(?:\d[A-Z0-9+*]\d{5}[A-Z]|\d{7}[A-Z]{1,2})$/,
  IT: /^\d{11}$/,
  LT: /^(?:\d{9}|\d{12})$/,
  LU: /^\d{8}$/,
  LV: /^\d{11}$/,
  MT: /^\d{8}$/,
  NL: /^[A-Z0-9+*]{10}\d{2}$/,
  PL: /^\d{10}$/,
  PT: /^\d{9}$/,
  RO: /^[1-9]\d{1,9}$/,
  SE: /^\d{12}$/,
  SI: /^\d{8}$/,
  SK: /^\d{10}$/,
  XI: /^(?:\d{9}|\d{12}|GD\d{3}|HA\d{3})$/,
};

/**
 * Checks a VAT number of the European Union, prefix included and without spaces.
 * French numbers are checked to the digit; of the others only the format, each country having its own formula.
 */
export function checkVatId(text: string): Check {
  const prefix = text.slice(0, 2);
  const format = FORMATS[prefix];
  if (!format)
    return refused("a VAT number begins with the prefix of a member state, such as FR (Greece: EL)");
  if (!format.test(text.slice(2)))
    return refused(`what follows ${prefix} is not in the format of its VAT numbers`);
  return prefix === "FR" ? checkFrench(text) : accepted(text);
}

function checkFrench(text: string): Check {
  const siren = text.slice(4);
  // Numbers given to companies of Monaco begin with 000 and are no SIREN.
  const company = siren.startsWith("000") ? accepted(siren) : checkSiren(siren);
  if (!company.ok) return refused(`the VAT number does not end with a SIREN: ${company.reason}`);
  const key = (12 + 3 * (Number(siren) % 97)) % 97;
  if (Number(text.slice(2, 4)) !== key)
    return refused("the key of the VAT number is not the one of its SIREN");
  return accepted(text);
}
