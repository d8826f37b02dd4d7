import { accepted, refused, type Check } from "./check.ts";

/** The most digits a decimal may have on each side of its point; the columns of every company hold as many. */
const DECIMAL_DIGITS = { before: 18, after: 10 } as const;

/** Checks a decimal number written out: an optional minus, digits, an optional point and digits. No exponent. */
export function checkDecimal(text: string): Check {
  const parts = /^-?(0|[1-9]\d*)(?:\.(\d+))?$/.exec(text);
  if (!parts)
    return refused("a decimal is written like 12 or -0.50: no exponent, no separator, no leading zero");
  const [, before = "", after = ""] = parts;
  if (before.length > DECIMAL_DIGITS.before || after.length > DECIMAL_DIGITS.after) {
    return refused(
      `a decimal has at most ${DECIMAL_DIGITS.before} digits before and ${DECIMAL_DIGITS.after} after its point`,
    );
  }
  // Two spellings of zero would compare as different strings.
  if (/^-[0.]+$/.test(text)) return refused("zero has no sign");
  return accepted(text);
}
