import { iso31661 } from "iso-3166";
import { accepted, refused, type Check } from "./check.ts";

const codes: ReadonlySet<string> = new Set(iso31661.map(({ alpha2 }) => alpha2));

/** Checks a country of ISO 3166-1 by its assigned two-letter code. */
export function checkCountryCode(text: string): Check {
  if (!codes.has(text)) return refused("a country is one of the two-letter codes of ISO 3166-1, such as FR");
  return accepted(text);
}
