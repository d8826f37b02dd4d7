import { accepted, refused, type Check } from "./check.ts";
import { isAllZeros, passesGs1 } from "./digits.ts";

/** Checks a GS1 Global Location Number: 13 digits, the last of which is the check digit. */
export function checkGln(text: string): Check {
  if (!/^\d{13}$/.test(text)) return refused("a GLN has 13 digits and nothing else");
  if (isAllZeros(text)) return refused("a GLN of zeros is never allocated");
  if (!passesGs1(text)) return refused("the last digit of the GLN is not the check digit of the others");
  return accepted(text);
}
