import { accepted, refused, type Check } from "./check.ts";
import { digitsOf, weightedSum } from "./digits.ts";

/** Checks a code of the Common Procurement Vocabulary: 8 digits, alone or with their check digit (03000000-1). */
export function checkCpv(text: string): Check {
  const parts = /^(\d{8})(?:-(\d))?$/.exec(text);
  if (!parts) return refused("a CPV code has 8 digits, and may end with a hyphen and its check digit");
  const [, code = "", checkDigit] = parts;
  if (checkDigit !== undefined && Number(checkDigit) !== weightedSum(digitsOf(code), [3, 7, 1]) % 10) {
    return refused("the last digit of the CPV code is not the check digit of the others");
  }
  return accepted(text);
}
