import { iso31661 } from "iso-3166";

const english = new Intl.DisplayNames("en", { type: "region" });
const codes = new Map(iso31661.map(({ alpha2 }) => [english.of(alpha2) ?? alpha2, alpha2]));

const EVERYDAY: Readonly<Record<string, string>> = { UK: "GB", USA: "US" };

/** The code of a country that is called by its English name; an unknown name stays, for the check to refuse. */
export function countryOfName(name: string): string {
  return EVERYDAY[name] ?? codes.get(name) ?? name;
}
