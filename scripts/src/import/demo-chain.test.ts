import { fileURLToPath } from "node:url";
import { checkDelivery } from "./check-delivery.ts";
import { exchange } from "./exchange.ts";
import { readSource } from "./read-source.ts";

const folder = fileURLToPath(new URL("../../demo/", import.meta.url));
const { accepted, rejections } = checkDelivery(exchange.adapt(readSource(exchange, folder)));

function find(file: string, key: string) {
  return accepted.find((each) => each.file === file && each.record.key === key)?.record;
}

describe("the demo chain", () => {
  it("is accepted whole", () => {
    expect(rejections).toEqual([]);
    expect(accepted.length).toBeGreaterThan(100);
  });

  it("sells one product at a tariff and at two negotiated prices", () => {
    const prices = ["tariff-2026", "integra-2026", "rivalis-2026"].map((list) =>
      accepted
        .filter(({ file, record }) => file === "price-lists" && record.key === list)
        .flatMap(({ record }) => ("entries" in record ? record.entries : []))
        .find(({ product }) => product === "t100"),
    );
    expect(prices.map((price) => price?.unitPrice)).toEqual(["112.00", "96.32", "101.92"]);
    expect(new Set(prices.flatMap((price) => price?.tiers.map(({ partnership }) => partnership)))).toEqual(
      new Set(["NONE", "INTEGRATOR", "DISTRIBUTOR"]),
    );
  });

  it("sells to a consumer under the manufacturer's brand, introduced by the integrator, and both hold her", () => {
    expect(find("orders", "claire-home")).toMatchObject({
      model: "B2B2C",
      seller: "vega",
      customer: "claire",
      intermediary: "integra",
      soldUnderBrandOf: "fabrica",
    });
    expect(find("customers", "claire")).toMatchObject({
      holders: [
        { company: "vega", role: "OWNER" },
        { company: "fabrica", role: "CO_OWNER", agreement: "vega-consumers" },
        { company: "integra", role: "INTERMEDIARY", agreement: "vega-consumers" },
      ],
    });
  });

  it("holds a company that no agreement, list, offer, order or relation names", () => {
    const naming = accepted.filter(
      ({ file, record }) => file !== "companies" && JSON.stringify(record).includes('"etrangere"'),
    );
    expect(find("companies", "etrangere")).toBeDefined();
    expect(naming).toEqual([]);
  });

  it("holds an agreement of every kind that policies tell apart", () => {
    const agreements = accepted.flatMap(({ record }) => ("clauses" in record ? [record] : []));
    const clauses = new Set(agreements.flatMap((each) => each.clauses.map(({ type }) => type)));
    expect(new Set(agreements.map(({ status }) => status))).toEqual(
      new Set(["ACTIVE", "PROPOSED", "SUSPENDED", "TERMINATED"]),
    );
    expect(clauses.size).toBe(8);
    expect(find("agreements", "integra-rivalis")).toMatchObject({
      signatures: expect.arrayContaining([
        expect.objectContaining({ signatory: "legal", verdict: "REJECT" }),
      ]),
    });
  });
});
