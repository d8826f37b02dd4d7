import { SAMPLE } from "../testing/exchange-sample.ts";
import { referencesOf } from "./references.ts";

describe("the references of a record", () => {
  it("are found at every depth, with the place where they stand", () => {
    expect(referencesOf("orders", SAMPLE.orders)).toEqual([
      { path: "seller", file: "companies", key: "integra" },
      { path: "buyer", file: "companies", key: "boulange" },
      { path: "customer", file: "customers", key: "boulange" },
      { path: "lines[0].product", file: "products", key: "t100" },
      { path: "shipments[0].carrier", file: "companies", key: "transvia" },
    ]);
  });

  it("are found in the clauses of an agreement, whatever their type", () => {
    const paths = referencesOf("agreements", SAMPLE.agreements).map((each) => each.path);
    expect(paths).toEqual(expect.arrayContaining(["clauses[1].bound", "clauses[1].protects"]));
  });

  it("are found in a list that may also be a word", () => {
    expect(referencesOf("offers", SAMPLE.offers)).toContainEqual({
      path: "audience[0]",
      file: "companies",
      key: "boulange",
    });
    const published = referencesOf("offers", { ...SAMPLE.offers, audience: "PUBLIC" });
    expect(published.map((each) => each.key)).not.toContain("PUBLIC");
  });

  it("are none where a record only names itself", () => {
    expect(referencesOf("categories", SAMPLE.categories)).toEqual([]);
  });
});
