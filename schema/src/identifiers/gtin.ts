import { accepted, refused, type Check } from "./check.ts";
import { isAllZeros, passesGs1 } from "./digits.ts";

/** Checks a GS1 Global Trade Item Number of 8, 12, 13 or 14 digits with its check digit. */
export function checkGtin(text: string): Check {
  if (!/^(?:\d{8}|\d{12,14})$/.test(text))
    return refused("a GTIN has 8, 12, 13 or 14 digits and nothing else");
  if (isAllZeros(text)) return refused("a GTIN of zeros is never allocated");
  if (!passesGs1(text)) return refused("the last digit of the GTIN is not the check digit of the others");
  return accepted(text);
}
