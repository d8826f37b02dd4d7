import { accepted, refused, type Check } from "./check.ts";
import { digitsOf, passesLuhn, weightedSum } from "./digits.ts";
import { checkSiren } from "./siren.ts";

// La Poste has more establishments than Luhn leaves room for: all but its head office follow a rule of their own.
const LA_POSTE = "356000000";
const LA_POSTE_HEAD_OFFICE = "35600000000048";

/** Checks a SIRET, the number of a French establishment: the company's SIREN and 5 digits, 14 that pass Luhn. */
export function checkSiret(text: string): Check {
  if (!/^\d{14}$/.test(text)) return refused("a SIRET has 14 digits and nothing else");
  const company = checkSiren(text.slice(0, 9));
  if (!company.ok) return refused(`the SIRET does not begin with a SIREN: ${company.reason}`);
  if (!passesCheckDigit(text))
    return refused("the last digit of the SIRET is not the check digit of the others");
  return accepted(text);
}

function passesCheckDigit(siret: string): boolean {
  if (!siret.startsWith(LA_POSTE) || siret === LA_POSTE_HEAD_OFFICE) return passesLuhn(siret);
  return weightedSum(digitsOf(siret), [1]) % 5 === 0;
}
