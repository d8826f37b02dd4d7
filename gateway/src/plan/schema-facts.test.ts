import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { readSchemaFacts } from "./schema-facts.ts";
import { readSupergraph } from "./supergraph.ts";

const path = createRequire(import.meta.url).resolve("@maillon/schema/supergraph.graphql");
const supergraph = readSupergraph(readFileSync(path, "utf8"));
const facts = readSchemaFacts(supergraph);

describe("the facts of the chain's schema", () => {
  test("name the company behind each subgraph", () => {
    expect(facts.subgraphs).toContainEqual({ name: "orders", operator: "integra" });
  });

  test.each([
    ["Query", "products", { subgraphs: ["catalogue"], classes: [] }],
    ["Product", "name", { subgraphs: ["catalogue"], classes: [] }],
    ["Agreement", "clauses", { subgraphs: ["compliance"], classes: ["AGREEMENT_TERMS"] }],
    ["Customer", "person", { subgraphs: ["customers"], classes: ["CUSTOMER_IDENTITY"] }],
  ])("tell who answers %s.%s and which class protects it", (type, field, told) => {
    expect(facts.types[type]?.fields[field]).toEqual(told);
  });

  test("tell objects that companies share from those of one company", () => {
    expect(facts.types["Product"]?.entity).toBe(true);
    expect(facts.types["PageInfo"]?.entity).toBe(false);
  });

  test("hold nothing that the API leaves out", () => {
    expect(Object.keys(facts.types).filter((name) => !supergraph.apiSchema.getType(name))).toEqual([]);
  });
});
