import { checkGln } from "./gln.ts";

describe("a GLN", () => {
  it.each(["4012345000009", "5412345000013", "7300010000001"])("is accepted: %s", (text) => {
    expect(checkGln(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["another check digit", "5412345000014", "check digit"],
    ["8 digits, as a GTIN may have", "96385074", "13 digits"],
    ["14 digits", "10614141000415", "13 digits"],
    ["zeros only", "0000000000000", "never allocated"],
  ])("is refused with %s", (_case, text, reason) => {
    expect(checkGln(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});
