import type { Check } from "./check.ts";
import { checkCountryCode } from "./country-code.ts";
import { checkCpv } from "./cpv.ts";
import { checkCurrency } from "./currency.ts";
import { checkDecimal } from "./decimal.ts";
import { checkDuration } from "./duration.ts";
import { checkUnitCode } from "./unit-code.ts";

interface Cases {
  readonly check: (text: string) => Check;
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
}

const codes: Record<string, Cases> = {
  "a currency": {
    check: checkCurrency,
    accepts: ["EUR", "USD", "JPY", "XOF", "XCG"],
    refuses: ["eur", "EURO", "€", "HRK", "FRF", "XAU", "XTS", "ZZZ", "default", ""],
  },
  "a country": {
    check: checkCountryCode,
    accepts: ["FR", "DE", "GB", "GR", "RE", "SS"],
    refuses: ["fr", "FRA", "UK", "EU", "XX", "AN", "SU", ""],
  },
  "a unit": {
    check: checkUnitCode,
    accepts: ["C62", "H87", "KGM", "MTR", "LTR", "HUR", "MON", "XBX", "XPK"],
    refuses: ["kg", "KG", "PCS", "KGMM", "XX", "BOX", ""],
  },
  "a decimal": {
    check: checkDecimal,
    accepts: ["0", "12", "12.50", "-0.5", "272.1015", "999999999999999999.9999999999"],
    refuses: [
      "1e3",
      "1,5",
      ".5",
      "5.",
      "+1",
      "01",
      "-0",
      "-0.00",
      "0x10",
      " 1",
      "NaN",
      "Infinity",
      "",
      "1".repeat(19),
      "0.12345678901",
    ],
  },
  "a CPV code": {
    check: checkCpv,
    accepts: ["45314000", "03000000-1", "30199000-0", "45233141-9", "72212000-4", "90000000-7"],
    refuses: ["45314000-2", "30199000-1", "4531400", "453140001", "45314000-", "45314000 1", ""],
  },
  "a duration": {
    check: checkDuration,
    accepts: ["P3D", "P2W", "PT36H", "P1Y6M", "P1DT12H30M", "PT0.5S", "PT0S", "P12M"],
    refuses: ["P", "PT", "P1DT", "3D", "-P3D", "P-3D", "P1.5D", "P1W2D", "P3d", "PT1D", "P3D ", ""],
  },
};

describe.each(Object.entries(codes))("%s", (_name, { check, accepts, refuses }) => {
  it.each(accepts)("is accepted as %j", (text) => {
    expect(check(text)).toEqual({ ok: true, value: text });
  });

  it.each(refuses)("is refused as %j", (text) => {
    expect(check(text)).toEqual({ ok: false, reason: expect.any(String) });
  });
});
