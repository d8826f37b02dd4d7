import * as fc from "fast-check";
import { otherDigitAt, withGs1Digit } from "../testing/digits.ts";
import { PROOF } from "../testing/proof.ts";
import { checkGtin } from "./gtin.ts";

describe("a GTIN", () => {
  it.each([
    ["8 digits", "96385074"],
    ["12 digits (UPC)", "036000291452"],
    ["13 digits (EAN)", "4006381333931"],
    ["14 digits (a case)", "10614141000415"],
    ["a check digit of 0", "5901234123440"],
  ])("is accepted with %s", (_case, text) => {
    expect(checkGtin(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["another check digit", "4006381333932", "check digit"],
    ["9 digits", "963850741", "8, 12, 13 or 14"],
    ["11 digits", "03600029145", "8, 12, 13 or 14"],
    ["15 digits", "106141410004150", "8, 12, 13 or 14"],
    ["a space", "4006381 333931", "nothing else"],
    ["a line break at its end", "4006381333931\n", "nothing else"],
    ["digits of another script", "٤٠٠٦٣٨١٣٣٣٩٣١", "nothing else"],
    ["zeros only", "0000000000000", "never allocated"],
    ["nothing", "", "nothing else"],
  ])("is refused with %s", (_case, text, reason) => {
    expect(checkGtin(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });

  it("is refused after any one digit was changed", () => {
    const stem = fc
      .constantFrom(7, 11, 12, 13)
      .chain((length) => fc.array(fc.nat(9), { minLength: length, maxLength: length }));
    fc.assert(
      fc.property(stem, fc.nat(13), fc.integer({ min: 1, max: 9 }), (digits, place, shift) => {
        const gtin = withGs1Digit(digits.join(""));
        fc.pre(!/^0+$/.test(gtin));
        expect(checkGtin(gtin).ok).toBe(true);
        expect(checkGtin(otherDigitAt(gtin, place, shift)).ok).toBe(false);
      }),
      { seed: PROOF.seed },
    );
  });
});
