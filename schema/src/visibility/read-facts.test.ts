import { factsKey, rawFactsKey, readFacts, type RawFacts } from "./read-facts.ts";
import { FACT_NAMES, type Facts } from "./fact.ts";

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
    [
      "agreements of some parts, and of others none",
      { agreement: [{ id: "a" }, null] },
      { agreement: ["a"] },
    ],
    ["agreements of an object whose scope is no list of words", { agreement: "a", product: ["p", null] }, {}],
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

describe("the key of facts", () => {
  const raw: [string, RawFacts][] = [
    ["nothing", {}],
    ["an owner", { owner: "a" }],
    ["an owner with a comma", { owner: "a,b" }],
    ["two owners", { owner: ["a", "b"] }],
    ["an owner who looks like two facts", { owner: "a;seller=1:b" }],
    ["an owner and a seller", { owner: "a", seller: "b" }],
    ["a seller", { seller: "a" }],
    ["no seller", { seller: [] }],
    ["a flag", { published: true }],
    ["a flag that is off", { published: false }],
    ["a count", { group: 1 }],
    ["an age", { age: 1 }],
  ];

  it("differs for different facts", () => {
    const keys = raw.map(([, each]) => factsKey(readFacts(each)));
    expect(new Set(keys).size).toBe(raw.length);
  });

  it.each(raw)("is the same before and after reading %s", (_what, each) => {
    expect(rawFactsKey(each, FACT_NAMES)).toBe(factsKey(readFacts(each)));
  });

  it("does not depend on the order of a list", () => {
    expect(factsKey({ owner: ["b", "a"] })).toBe(factsKey({ owner: ["a", "b"] }));
  });

  it("tells a fact of the wrong type from the value it looks like", () => {
    const keys = [{ published: "true" }, { published: true }].map((each) => rawFactsKey(each, FACT_NAMES));
    expect(new Set(keys).size).toBe(2);
  });
});
