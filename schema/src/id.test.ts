import { derivedId, newId, operatorOf, parseId, type Origin } from "./id.ts";

const origin: Origin = {
  kind: "ord",
  operator: "integra",
  source: "northwind",
  key: "10248",
  secret: "a secret of the owner",
};

describe("a new id", () => {
  it("names its kind and its operator, and nothing else of the object", () => {
    expect(newId("ord", "integra")).toMatch(/^ord_integra_[a-z2-7]{26}$/);
  });

  it("is another one each time", () => {
    const ids = Array.from({ length: 1_000 }, () => newId("cus", "vega"));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refuses an operator that would not be found again", () => {
    expect(() => newId("ord", "Integra_1")).toThrow('"Integra_1" cannot be the operator');
  });
});

describe("a derived id", () => {
  it("is the same for the same origin", () => {
    expect(derivedId(origin)).toBe(derivedId({ ...origin }));
    expect(parseId(derivedId(origin))).toEqual({ kind: "ord", operator: "integra" });
  });

  it.each([
    ["kind", { kind: "lin" }],
    ["operator", { operator: "rivalis" }],
    ["source", { source: "exchange" }],
    ["key", { key: "10249" }],
    ["secret", { secret: "the secret of another" }],
  ] satisfies [string, Partial<Origin>][])("is another one for another %s", (_part, change) => {
    expect(unique(derivedId({ ...origin, ...change }))).not.toBe(unique(derivedId(origin)));
  });

  it("tells apart parts that read alike when written one after another", () => {
    const first = derivedId({ ...origin, source: "a", key: "bc" });
    expect(first).not.toBe(derivedId({ ...origin, source: "ab", key: "c" }));
  });

  it("refuses a secret that is too short to keep anything secret", () => {
    expect(() => derivedId({ ...origin, secret: "short" })).toThrow("fewer than 16 characters");
  });
});

describe("reading an id", () => {
  it("finds the operator who answers for the object", () => {
    expect(operatorOf(newId("prd", "fabrica"))).toBe("fabrica");
  });

  it.each([
    ["an empty text", ""],
    ["a number", "10248"],
    ["an unknown kind", "xyz_integra_aaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["no operator", "ord__aaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ["a shorter random part", "ord_integra_aaaa"],
    ["signs outside the alphabet", "ord_integra_aaaaaaaaaaaaaaaaaaaaaaaaa1"],
    ["something after it", "ord_integra_aaaaaaaaaaaaaaaaaaaaaaaaaa_b"],
  ])("finds nothing in %s", (_what, text) => {
    expect(parseId(text)).toBeUndefined();
  });
});

function unique(id: string): string {
  return id.slice(id.lastIndexOf("_"));
}
