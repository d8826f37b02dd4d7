import { checkSiret } from "./siret.ts";

describe("a SIRET", () => {
  it.each([
    ["an establishment", "73282932000074"],
    ["the head office of La Poste, which passes Luhn", "35600000000048"],
    ["a post office, whose digits sum to a multiple of five", "35600000049837"],
  ])("is accepted: %s", (_case, text) => {
    expect(checkSiret(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    ["another check digit", "73282932000075", "check digit"],
    ["a SIREN that is none", "73282932100071", "begin with a SIREN"],
    ["13 digits", "7328293200007", "14 digits"],
    ["a post office whose digits do not sum to a multiple of five", "35600000049838", "check digit"],
    // Its digits sum to 45, which helps nobody but La Poste.
    ["the rule of La Poste applied to another company", "73282932000081", "check digit"],
    ["zeros only", "00000000000000", "begin with a SIREN"],
  ])("is refused with %s", (_case, text, reason) => {
    expect(checkSiret(text)).toEqual({ ok: false, reason: expect.stringContaining(reason) });
  });
});
