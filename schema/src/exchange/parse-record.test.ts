import { SAMPLE } from "../testing/exchange-sample.ts";
import { FILES, type ExchangeFile } from "./field.ts";
import { parseLine, parseRecord } from "./parse-record.ts";

interface Fault {
  readonly fault: string;
  readonly file: ExchangeFile;
  /** What the fault changes in the valid sample. */
  readonly change: object;
  readonly reason: string;
}

const faults: Fault[] = [
  { fault: "a number instead of a decimal", file: "orders", change: { total: 354.45 }, reason: "total: " },
  {
    fault: "a total that is not the sum of its lines",
    file: "orders",
    change: { total: "354.46" },
    reason: "total: is not 354.45",
  },
  {
    fault: "neither buyer nor customer",
    file: "orders",
    change: { buyer: undefined, customer: undefined },
    reason: "buyer: is missing",
  },
  { fault: "itself as buyer", file: "orders", change: { buyer: "integra" }, reason: "buyer: is the seller" },
  {
    fault: "a moment without offset",
    file: "orders",
    change: { placedAt: "2026-03-02T09:30:00" },
    reason: "placedAt: ",
  },
  {
    fault: "another check digit",
    file: "products",
    change: { gtin: "4006381333932" },
    reason: "gtin: the last digit",
  },
  {
    fault: "a unit in everyday words",
    file: "products",
    change: { unit: "pieces" },
    reason: "unit: a unit is a code",
  },
  {
    fault: "a control character",
    file: "products",
    change: { name: "T100\u0000" },
    reason: "name: holds a control character",
  },
  {
    fault: "a price below zero",
    file: "products",
    change: { unitCost: { amount: "-1", currency: "EUR" } },
    reason: "unitCost.amount: is below zero",
  },
  {
    fault: "a currency of the past",
    file: "price-lists",
    change: { currency: "FRF" },
    reason: "currency: a currency is",
  },
  {
    fault: "a buyer of the general tariff",
    file: "price-lists",
    change: { kind: "GENERAL_TARIFF" },
    reason: "buyer: a general tariff",
  },
  {
    fault: "nobody to negotiate with",
    file: "price-lists",
    change: { buyer: undefined },
    reason: "buyer: is missing",
  },
  {
    fault: "an end before its start",
    file: "price-lists",
    change: { validUntil: "2025-12-31T00:00:00Z" },
    reason: "validUntil: is not after",
  },
  {
    fault: "a consumer who is a company",
    file: "customers",
    change: { kind: "CONSUMER" },
    reason: "person: is missing",
  },
  { fault: "no holder", file: "customers", change: { holders: [] }, reason: "holders: " },
  {
    fault: "a publication before the award",
    file: "awards",
    change: { publishedAt: "2026-02-15" },
    reason: "publishedAt: is before notifiedAt",
  },
  {
    fault: "a day that does not exist",
    file: "awards",
    change: { notifiedAt: "2026-02-30" },
    reason: "notifiedAt: ",
  },
  {
    fault: "an end before its start",
    file: "agreements",
    change: { validUntil: "2024-12-31" },
    reason: "validUntil: is before",
  },
  {
    fault: "an unsigned agreement in force",
    file: "agreements",
    change: { signatures: [] },
    reason: "is ACTIVE although fabrica/direction has not",
  },
  {
    fault: "a terminated agreement without a day",
    file: "agreements",
    change: { status: "TERMINATED" },
    reason: "terminatedOn: belongs to",
  },
];

describe("a record of the exchange format", () => {
  it.each(FILES)("is read from one line of %s.ndjson", (file) => {
    expect(parseLine(file, JSON.stringify(SAMPLE[file]))).toEqual({
      ok: true,
      record: expect.objectContaining({ key: SAMPLE[file].key }),
    });
  });

  it.each(FILES)("of %s is refused with a field that nobody defined", (file) => {
    expect(parseRecord(file, { ...SAMPLE[file], colour: "red" })).toEqual({
      ok: false,
      reason: expect.stringContaining('"colour"'),
    });
  });

  it("receives what it leaves out by default", () => {
    expect(parseRecord("companies", { key: "a", name: "A", country: "FR", roles: ["CARRIER"] })).toEqual({
      ok: true,
      record: { key: "a", name: "A", country: "FR", roles: ["CARRIER"], registrations: [], authorities: [] },
    });
  });

  it.each(faults)("of $file is refused with $fault", ({ file, change, reason }) => {
    expect(parseRecord(file, { ...SAMPLE[file], ...change })).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it("is refused with a SIRET whose check digit is wrong, naming the place", () => {
    const registrations = [{ scheme: "SIRET", value: "73282932000075" }];
    expect(parseRecord("companies", { ...SAMPLE.companies, registrations })).toEqual({
      ok: false,
      reason: "registrations[0].value: the last digit of the SIRET is not the check digit of the others",
    });
  });

  it("is refused with a line total that is not what quantity, price and discount give", () => {
    const [line] = SAMPLE.orders.lines;
    expect(parseRecord("orders", { ...SAMPLE.orders, lines: [{ ...line, lineTotal: "417" }] })).toEqual({
      ok: false,
      reason: expect.stringContaining("lines[0].lineTotal: is not 354.45"),
    });
  });

  it("is refused with two prices for one product, or two tiers for one condition", () => {
    const [entry] = SAMPLE["price-lists"].entries;
    const [tier] = entry?.tiers ?? [];
    const twice = { ...entry, tiers: [tier, { ...tier, minimumQuantity: "100.0" }] };
    expect(parseRecord("price-lists", { ...SAMPLE["price-lists"], entries: [twice, entry] })).toEqual({
      ok: false,
      reason: expect.stringMatching(/entries\[0\]\.tiers\[1\]: repeats .*; entries\[1\]: repeats "t100"/),
    });
  });

  it("is refused with the signature of someone who is no signatory", () => {
    const stranger = {
      company: "rivalis",
      signatory: "direction",
      verdict: "APPROVE",
      at: "2024-12-10T10:00:00Z",
    };
    const signatures = [...(SAMPLE.agreements.signatures ?? []), stranger];
    expect(parseRecord("agreements", { ...SAMPLE.agreements, signatures })).toEqual({
      ok: false,
      reason: "signatures[3]: rivalis/direction is not a signatory of the agreement",
    });
  });

  it.each(["", "{", "null", "[]", '"text"'])("is not what the line %j holds", (line) => {
    expect(parseLine("companies", line)).toEqual({ ok: false, reason: expect.any(String) });
  });
});
