import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { DATA_CLASS_READERS } from "@maillon/schema";
import { buildSchema, printSchema } from "graphql";
import { readSchemaFacts } from "./schema-facts.ts";
import { readSupergraph } from "./supergraph.ts";

const path = createRequire(import.meta.url).resolve("@maillon/schema/supergraph.graphql");
const supergraph = readSupergraph(readFileSync(path, "utf8"));
const company = "org_conforma_22222222222222222222222222";
const facts = readSchemaFacts(supergraph, {
  operators: new Map([["orders", company]]),
  own: "compliance",
});

describe("the facts of the chain's schema", () => {
  test("name the company behind each subgraph", () => {
    expect(facts.subgraphs).toContainEqual({ name: "catalogue", operator: "fabrica" });
  });

  test("name its organization where the gateway has been told it", () => {
    expect(facts.subgraphs).toContainEqual({ name: "orders", operator: "integra", company });
  });

  test("count the gateway's own fields to no company", () => {
    expect(facts.subgraphs.map(({ name }) => name)).not.toContain("compliance");
  });

  test("tell the whole schema that clients may know", () => {
    expect(printSchema(buildSchema(facts.sdl))).toBe(printSchema(supergraph.apiSchema));
  });

  test("tell who reads each class in use, in the words of the contracts", () => {
    expect(facts.classes["PRICE_COST"]).toBe(DATA_CLASS_READERS.PRICE_COST);
    const used = Object.values(facts.types).flatMap(({ fields }) =>
      Object.values(fields).flatMap(({ classes }) => classes),
    );
    expect(used.filter((each) => facts.classes[each] === undefined)).toEqual([]);
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
