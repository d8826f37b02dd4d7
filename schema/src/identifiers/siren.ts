import { accepted, refused, type Check } from "./check.ts";
import { isAllZeros, passesLuhn } from "./digits.ts";

/** Checks a SIREN, the number of a French company: 9 digits that pass the Luhn formula. */
export function checkSiren(text: string): Check {
  if (!/^\d{9}$/.test(text)) return refused("a SIREN has 9 digits and nothing else");
  if (isAllZeros(text)) return refused("a SIREN of zeros is never allocated");
  if (!passesLuhn(text)) return refused("the last digit of the SIREN is not the check digit of the others");
  return accepted(text);
}
