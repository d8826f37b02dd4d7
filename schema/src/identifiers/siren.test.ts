import * as fc from "fast-check";
import { otherDigitAt, withLuhnDigit } from "../testing/digits.ts";
import { PROOF } from "../testing/proof.ts";
import { checkSiren } from "./siren.ts";

describe("a SIREN", () => {
  it.each([
    ["732829320"],
    ["552100554"],
    ["356000000"], // La Poste
    ["005410220"], // leading zeros count
  ])("is accepted: %s", (text) => {
    expect(checkSiren(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["another check digit", "732829321", "check digit"],
    ["spaces, as people write it", "732 829 320", "9 digits"],
    ["the 14 digits of a SIRET", "73282932000074", "9 digits"],
    ["its leading zeros lost in a spreadsheet", "5410220", "9 digits"],
    ["zeros only", "000000000", "never allocated"],
  ])("is refused with %s", (_case, text, reason) => {
    expect(checkSiren(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("is refused after any one digit was changed", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999_999 }),
        fc.nat(8),
        fc.integer({ min: 1, max: 9 }),
        (number, place, shift) => {
          const siren = withLuhnDigit(String(number).padStart(8, "0"));
          expect(checkSiren(siren).ok).toBe(true);
          expect(checkSiren(otherDigitAt(siren, place, shift)).ok).toBe(false);
        },
      ),
      { seed: PROOF.seed },
    );
  });
});
