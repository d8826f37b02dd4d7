import * as currencies from "dinero.js/currencies";
import { accepted, refused, type Check } from "./check.ts";

const codes: ReadonlySet<string> = new Set(Object.keys(currencies));

/** Checks a currency of ISO 4217 that is in use as money (no metals, no test codes). */
export function checkCurrency(text: string): Check {
  if (!codes.has(text))
    return refused("a currency is one of the three-letter codes of ISO 4217, such as EUR");
  return accepted(text);
}
