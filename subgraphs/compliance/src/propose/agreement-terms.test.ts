import { createHash } from "node:crypto";
import { SAMPLE_TERMS } from "../testing/sample-terms.ts";
import { sha256OfTerms } from "./agreement-terms.ts";
import type { AgreementTerms } from "./agreement-terms.ts";

const origin = { id: "agr_conforma_1", version: 1, previousSha256: null };

const changes: [string, Partial<AgreementTerms>][] = [
  ["model", { model: "B2B2C" }],
  ["first day", { validFrom: "2026-01-02" }],
  ["end", { validUntil: "2028-01-01" }],
  ["territories", { territories: ["FR", "BE"] }],
  ["products", { productScope: ["prd_1"] }],
  ["parties", { parties: SAMPLE_TERMS.parties.toReversed() }],
  [
    "signatories",
    { parties: SAMPLE_TERMS.parties.map((party) => ({ ...party, signatories: ["direction"] })) },
  ],
  ["clauses", { clauses: [] }],
  ["essence", { essenceForDataSubjects: "Nothing." }],
];

describe("the hash of an agreement", () => {
  test.each(changes)("changes with its %s", (_, change) => {
    expect(sha256OfTerms({ ...SAMPLE_TERMS, ...change }, origin)).not.toBe(
      sha256OfTerms(SAMPLE_TERMS, origin),
    );
  });

  test.each([
    ["id", { id: "agr_conforma_2" }],
    ["version", { version: 2 }],
    ["version before", { previousSha256: "a".repeat(64) }],
  ])("changes with its %s", (_, change) => {
    expect(sha256OfTerms(SAMPLE_TERMS, { ...origin, ...change })).not.toBe(
      sha256OfTerms(SAMPLE_TERMS, origin),
    );
  });

  test("does not depend on the order in which a program writes members", () => {
    const reordered = JSON.parse(JSON.stringify(SAMPLE_TERMS), (_, value: unknown) =>
      value instanceof Object && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).toReversed())
        : value,
    );
    expect(sha256OfTerms(reordered, origin)).toBe(sha256OfTerms(SAMPLE_TERMS, origin));
  });

  test("is that of the canonical JSON, which anybody can write", () => {
    const terms: AgreementTerms = { ...SAMPLE_TERMS, clauses: [], parties: [] };
    const canonical =
      '{"clauses":[],"essenceForDataSubjects":null,"id":"agr_conforma_1","model":"B2B2B","parties":[],' +
      '"previousSha256":null,"productScope":[],"territories":["FR"],"validFrom":"2026-01-01","validUntil":null,"version":1}';
    expect(sha256OfTerms(terms, origin)).toBe(createHash("sha256").update(canonical).digest("hex"));
  });
});
