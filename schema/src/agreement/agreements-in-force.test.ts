import { agreement, company, disclosure, ledgerWith, NOW } from "../testing/chain.ts";
import { sharing } from "../testing/clauses.ts";
import { inForce } from "./agreements-in-force.ts";
import { boundariesOf } from "./epoch.ts";
import type { Agreement, Ledger } from "./ledger.ts";
import { narrowLedger } from "./ledger.ts";
import { openLedger } from "./open-ledger.ts";

const clause = sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS");
const restriction = sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "NONE");
const base = agreement("fabrica-integra", [clause]);
const at = (time: string) => Date.parse(time);

const ledgerOf = (...agreements: Agreement[]): Ledger => ({ ...ledgerWith(), agreements });
const granted = (ledger: Ledger, now: number) =>
  inForce(ledger, now)
    .grantsTo(company("fabrica"), "TRADE_CORE")
    .map(({ name }) => name);

const refusal = {
  company: company("integra"),
  signatory: "legal",
  verdict: "REJECT",
  at: "2026-02-01T00:00:00Z",
} as const;

describe("agreements in force", () => {
  it.each<[fact: string, change: Partial<Agreement>, moment: string, counts: boolean]>([
    ["counts when everyone signed and it has begun", {}, "2026-01-01T00:00:00Z", true],
    ["does not count a second before it begins", {}, "2025-12-31T23:59:59Z", false],
    [
      "counts until the second before it ends",
      { validUntil: "2026-06-01T00:00:00Z" },
      "2026-05-31T23:59:59Z",
      true,
    ],
    [
      "does not count from the second it ends",
      { validUntil: "2026-06-01T00:00:00Z" },
      "2026-06-01T00:00:00Z",
      false,
    ],
    [
      "does not count from the second it is revoked",
      { revokedAt: "2026-06-01T12:00:00Z" },
      "2026-06-01T12:00:00Z",
      false,
    ],
    ["counts until it is revoked", { revokedAt: "2026-06-01T12:00:00Z" }, "2026-06-01T11:59:59Z", true],
    ["does not count while proposed, whoever signed", { status: "PROPOSED" }, "2026-06-01T00:00:00Z", false],
    ["does not count as a draft", { status: "DRAFT" }, "2026-06-01T00:00:00Z", false],
    ["does not count while suspended", { status: "SUSPENDED" }, "2026-06-01T00:00:00Z", false],
    ["does not count once expired", { status: "EXPIRED" }, "2026-06-01T00:00:00Z", false],
    [
      "does not count when terminated without a date",
      { status: "TERMINATED" },
      "2026-06-01T00:00:00Z",
      false,
    ],
    [
      "does not count while a signature is missing",
      { signatures: base.signatures.slice(1) },
      "2026-06-01T00:00:00Z",
      false,
    ],
    [
      "does not count before its last signature",
      { signatures: base.signatures.map((each) => ({ ...each, at: "2026-03-01T00:00:00Z" })) },
      "2026-02-28T23:59:59Z",
      false,
    ],
    [
      "is blocked by one no, although the same company said yes",
      { signatures: [...base.signatures, refusal] },
      "2026-06-01T00:00:00Z",
      false,
    ],
    [
      "stays blocked when the no is taken back",
      {
        signatures: [
          ...base.signatures,
          refusal,
          { ...refusal, verdict: "APPROVE", at: "2026-03-01T00:00:00Z" },
        ],
      },
      "2026-06-01T00:00:00Z",
      false,
    ],
  ])("%s", (...[, change, moment, counts]) => {
    expect(granted(ledgerOf({ ...base, ...change }), at(moment)).length > 0).toBe(counts);
  });

  it("keep the clauses that survive a termination, and only those", () => {
    const lasting = { ...clause, code: "9", dataClass: "LOGISTICS", survivesTermination: true } as const;
    const ledger = ledgerOf({
      ...base,
      clauses: [clause, lasting],
      status: "TERMINATED",
      terminatedAt: "2026-05-01T00:00:00Z",
    });
    const { grantsTo } = inForce(ledger, NOW);
    expect(grantsTo(company("fabrica"), "TRADE_CORE")).toEqual([]);
    expect(grantsTo(company("fabrica"), "LOGISTICS").length).toBeGreaterThan(0);
  });

  it("keep the restrictions of a suspended agreement", () => {
    const suspended = {
      ...base,
      status: "SUSPENDED",
      clauses: [clause, { ...restriction, code: "2" }],
    } as const;
    expect(granted(ledgerOf({ ...suspended, clauses: [...suspended.clauses] }), NOW)).toEqual(["NONE"]);
  });

  it.each<[fact: string, second: Partial<Agreement>, expected: string[]]>([
    ["replaces the older version once it is in force", { clauses: [restriction] }, ["NONE"]],
    [
      "leaves the older version in force while it is proposed",
      { status: "PROPOSED" },
      ["EXISTENCE", "PSEUDONYMOUS"],
    ],
    [
      "leaves the older version in force when it was refused",
      { signatures: [...base.signatures, refusal] },
      ["EXISTENCE", "PSEUDONYMOUS"],
    ],
    ["does not bring the older version back when it is revoked", { revokedAt: "2026-05-01T00:00:00Z" }, []],
  ])("a new version %s", (_fact, second, expected) => {
    expect(granted(ledgerOf(base, { ...base, ...second, version: 2 }), NOW)).toEqual(expected);
  });

  it("grant nothing by a clause below the floor, should one be in force all the same", () => {
    const forbidden = sharing({ from: "integra", to: "fabrica" }, "PRICE_COST", "FULL");
    const { grantsTo } = inForce(ledgerOf({ ...base, clauses: [forbidden] }), NOW);
    expect(grantsTo(company("fabrica"), "PRICE_COST")).toEqual([]);
  });

  it.each<[fact: string, now: string, count: number]>([
    ["before it is open", "2026-04-30T23:59:59Z", 0],
    ["while it is open", "2026-05-01T00:00:00Z", 1],
    ["once it is closed", "2026-07-01T00:00:00Z", 0],
  ])("know a disclosure request only %s", (_fact, now, count) => {
    const ledger = ledgerWith({ disclosures: [disclosure("autorite", "integra", "BID")] });
    expect(inForce(ledger, at(now)).grantsTo(company("autorite"), "BID")).toHaveLength(count);
  });

  it("give nothing to a company that asks for disclosure without being a regulator", () => {
    const ledger = ledgerWith({ disclosures: [disclosure("rivalis", "integra", "BID")] });
    expect(inForce(ledger, NOW).grantsTo(company("rivalis"), "BID")).toEqual([]);
  });
});

describe("the epoch", () => {
  const ledger = ledgerOf({ ...base, validUntil: "2027-01-01T00:00:00Z" });

  it("increases at every boundary and stays between two", () => {
    const moments = boundariesOf(ledger).flatMap((each) => [each - 1, each, each + 1]);
    const epochs = moments.map((now) => inForce(ledger, now).epoch);
    expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
    expect(new Set(epochs).size).toBe(boundariesOf(ledger).length + 1);
  });

  it("increases with every change of the ledger, although fewer boundaries may lie behind", () => {
    const later = { ...ledgerOf(), sequence: 2 };
    expect(inForce(later, NOW).epoch).toBeGreaterThan(inForce(ledger, NOW).epoch);
  });

  it("is the one that an open ledger answers with, computed once between two boundaries", () => {
    const open = openLedger(ledger);
    for (const now of boundariesOf(ledger)) {
      expect(open.at(now).epoch).toBe(inForce(ledger, now).epoch);
      expect(open.at(now + 1)).toBe(open.at(now));
      expect(open.at(now - 1).epoch).toBe(inForce(ledger, now - 1).epoch);
    }
  });

  it("is not to be believed ten seconds after the ledger was issued", () => {
    const open = openLedger(ledger);
    expect([NOW, NOW + 10_000, NOW + 10_001].map(open.fresh)).toEqual([true, true, false]);
  });
});

describe("the agreements between two companies", () => {
  const { between } = inForce(ledgerWith(), NOW);

  it.each([
    ["fabrica", "integra", ["fabrica-integra", "fabrica-vega-integra"]],
    ["integra", "fabrica", ["fabrica-integra", "fabrica-vega-integra"]],
    ["integra", "rivalis", []],
    ["integra", "integra", []],
    ["etrangere", "fabrica", []],
  ] as const)("of %s and %s are those that name both", (one, other, ids) => {
    expect(between(company(one), company(other))).toEqual(ids);
  });

  it("count until nothing of them survives", () => {
    const ledger = ledgerWith();
    const ended = {
      ...ledger,
      agreements: ledger.agreements.map((each) => ({ ...each, revokedAt: each.validFrom })),
    };
    expect(inForce(ended, NOW).between(company("fabrica"), company("integra"))).toEqual([]);
  });
});

describe("a ledger for one company", () => {
  it("holds its own agreements and the disclosures that concern it", () => {
    const whole = ledgerWith({
      disclosures: [disclosure("autorite", "integra", "BID"), disclosure("autorite", "vega", "BID")],
    });
    const narrow = narrowLedger(whole, company("rivalis"));
    expect(narrow.agreements.map(({ id }) => id)).toEqual(["fabrica-rivalis"]);
    expect(narrow.disclosures).toEqual([]);
    expect(narrowLedger(whole, company("integra")).disclosures).toHaveLength(1);
  });
});
