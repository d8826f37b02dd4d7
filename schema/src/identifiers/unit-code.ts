import { REC_20_3 } from "un-ece-recommendation/20/3";
import { REC_21_3 } from "un-ece-recommendation/21/3";
import { accepted, refused, type Check } from "./check.ts";

const codes: ReadonlySet<string> = new Set([...REC_20_3, ...REC_21_3].map(({ code }) => code));

/** Checks a unit of UN/CEFACT Recommendation 20 (measures) or, prefixed with X, Recommendation 21 (packages). */
export function checkUnitCode(text: string): Check {
  if (!codes.has(text)) {
    return refused(
      "a unit is a code of UN/CEFACT Recommendation 20 or 21, such as C62 (one), KGM or XBX (box)",
    );
  }
  return accepted(text);
}
