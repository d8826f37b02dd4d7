import * as fc from "fast-check";
import { withLuhnDigit } from "../testing/digits.ts";
import { PROOF } from "../testing/proof.ts";
import { checkVatId } from "./vat-id.ts";

describe("a VAT number", () => {
  it.each([
    ["France", "FR44732829320"],
    ["France, key below ten", "FR03552081317"],
    ["Monaco, whose numbers hold no SIREN", "FR53000004605"],
    ["Germany", "DE136695976"],
    ["Greece", "EL094259216"],
    ["Austria", "ATU13585627"],
    ["Belgium", "BE0428759497"],
    ["Spain, a company", "ESB58378431"],
    ["Netherlands", "NL004495445B01"],
    ["Northern Ireland", "XI366303068"],
  ])("is accepted: %s", (_country, text) => {
    expect(checkVatId(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["another key", "FR45732829320", "key"],
    ["a key in letters, which is not given out", "FRAB732829320", "format"],
    ["a SIREN that is none", "FR44732829321", "SIREN"],
    ["no prefix", "44732829320", "prefix"],
    ["small letters", "fr44732829320", "prefix"],
    ["spaces", "FR 44 732829320", "format"],
    ["the country code of Greece instead of its prefix", "GR094259216", "prefix"],
    ["a country outside the union", "US123456789", "prefix"],
    ["too many digits", "DE1366959761", "format"],
    ["the name of an inherited property", "constructor", "prefix"],
  ])("is refused with %s", (_case, text, reason) => {
    expect(checkVatId(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("has exactly one key for each SIREN", () => {
    fc.assert(
      fc.property(fc.integer({ min: 100_000, max: 99_999_999 }), (number) => {
        const siren = withLuhnDigit(String(number).padStart(8, "0"));
        const keys = Array.from({ length: 100 }, (_, key) => String(key).padStart(2, "0"));
        expect(keys.filter((key) => checkVatId(`FR${key}${siren}`).ok)).toHaveLength(1);
      }),
      { seed: PROOF.seed },
    );
  });
});
