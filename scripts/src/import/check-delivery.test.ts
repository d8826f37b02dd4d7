import { checkDelivery } from "./check-delivery.ts";
import { exchange } from "./exchange.ts";

const fabrica = { key: "fabrica", name: "Fabrica", country: "FR", roles: ["MANUFACTURER"] };
const sensor = {
  key: "t100",
  sku: "T100",
  name: "Sensor",
  kind: "FINISHED_GOOD",
  status: "ACTIVE",
  unit: "C62",
  manufacturer: "fabrica",
};
const offer = { key: "o1", product: "t100", seller: "fabrica", available: true, audience: "PUBLIC" };

describe("a delivery", () => {
  it("that is whole is accepted whole", () => {
    const { accepted, rejections } = check({ companies: [fabrica], products: [sensor], offers: [offer] });
    expect(rejections).toEqual([]);
    expect(accepted.map(({ file, record }) => `${file}/${record.key}`)).toEqual([
      "companies/fabrica",
      "products/t100",
      "offers/o1",
    ]);
  });

  it("loses with a rejected record whatever names it, at any distance", () => {
    const { accepted, rejections } = check({
      companies: [
        { ...fabrica, country: "XX" },
        { ...fabrica, key: "other" },
      ],
      products: [sensor],
      offers: [{ ...offer, seller: "other" }],
    });
    expect(accepted.map(({ record }) => record.key)).toEqual(["other"]);
    expect(rejections.map(({ file, reason }) => `${file}: ${reason}`)).toEqual([
      expect.stringContaining("companies: country: a country is"),
      'products: manufacturer: names "fabrica" of companies, which is absent or rejected',
      'offers: product: names "t100" of products, which is absent or rejected',
    ]);
  });

  it("keeps the first of two records with one key and reports the second with both places", () => {
    const { accepted, rejections } = check({ companies: [fabrica, { ...fabrica, name: "Another" }] });
    expect(accepted.map(({ record }) => record)).toEqual([expect.objectContaining({ name: "Fabrica" })]);
    expect(rejections).toEqual([
      {
        file: "companies",
        origin: { name: "companies.ndjson", line: 2 },
        reason: "repeats the record of companies.ndjson:1",
      },
    ]);
  });

  it("skips empty lines but counts them, and reports a line that is not JSON", () => {
    const texts = new Map([["companies.ndjson", `\n${JSON.stringify(fabrica)}\r\n\n{oops\n`]]);
    const { accepted, rejections } = checkDelivery(exchange.adapt(texts));
    expect(accepted.map(({ origin }) => origin.line)).toEqual([2]);
    expect(rejections).toEqual([
      { file: "companies", origin: { name: "companies.ndjson", line: 4 }, reason: "the line is not JSON" },
    ]);
  });
});

function check(files: Record<string, readonly object[]>) {
  const texts = Object.entries(files).map(([file, records]): [string, string] => [
    `${file}.ndjson`,
    records.map((record) => JSON.stringify(record)).join("\n"),
  ]);
  return checkDelivery(exchange.adapt(new Map(texts)));
}
