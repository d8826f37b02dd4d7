import { readFacts, type RawFacts } from "./read-facts.ts";
import type { Facts } from "./fact.ts";

describe("reading facts", () => {
  it.each<[what: string, raw: RawFacts, facts: Facts]>([
    ["an id", { owner: "a" }, { owner: ["a"] }],
    ["an object with an id", { owner: { id: "a", name: "A" } }, { owner: ["a"] }],
    ["a list of objects", { owner: [{ id: "a" }, { id: "b" }] }, { owner: ["a", "b"] }],
    ["an empty list", { owner: [] }, { owner: [] }],
    ["null", { owner: null }, {}],
    ["an empty text", { owner: "" }, {}],
    ["a number for an id", { owner: 7 }, {}],
    ["a list with one wrong element", { owner: ["a", 7] }, {}],
    ["a list with a null", { owner: ["a", null] }, {}],
    ["an object without an id", { owner: { name: "a" } }, {}],
    ["a flag", { published: true }, { published: true }],
    ["a text for a flag", { published: "true" }, {}],
    ["a count", { group: 5 }, { group: 5 }],
    ["a count below zero", { group: -1 }, {}],
    ["a fraction for a count", { group: 3.5 }, {}],
    ["a text for a count", { group: "5" }, {}],
  ])("takes %s for what it is worth", (_what, raw, facts) => {
    expect(readFacts(raw)).toEqual(facts);
  });
});
