import type { ImportResult } from "./import-source.ts";
import { describeCounts, describeRejections, resultAsJson } from "./report.ts";

const result: ImportResult = {
  counts: new Map([
    ["companies", { read: 124, imported: 0, unchanged: 123, rejected: 1 }],
    ["orders", { read: 830, imported: 830, unchanged: 0, rejected: 0 }],
  ]),
  rejections: [
    { file: "companies", origin: { name: "Suppliers.csv", line: 7 }, reason: "country: is wrong" },
  ],
};

describe("the report of an import", () => {
  it("is a table of counts that ends with their sums", () => {
    expect(describeCounts(result)).toMatchInlineSnapshot(`
"                   read   imported  unchanged   rejected
companies           124          0        123          1
orders              830        830          0          0
total               954        830        123          1"
`);
  });

  it("names each rejected row by its place in the source", () => {
    expect(describeRejections(result)).toEqual(["Suppliers.csv:7: companies: country: is wrong"]);
  });

  it("is JSON for machines", () => {
    expect(JSON.parse(resultAsJson(result))).toEqual({
      counts: { companies: result.counts.get("companies"), orders: result.counts.get("orders") },
      rejections: [{ file: "companies", source: "Suppliers.csv", line: 7, reason: "country: is wrong" }],
    });
  });
});
