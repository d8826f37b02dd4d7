import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";
import { parse } from "graphql";
import { readVisibilityRules } from "./visibility-rules.ts";

const orderRules = (sdl: string) =>
  readVisibilityRules(parse(`${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS} ${sdl}`)).get("Order");

describe("the rules of a type", () => {
  test.each([
    ["a class", `total: Int @visible(class: ["TRADE_AMOUNT"])`, ["TRADE_AMOUNT"]],
    ["PUBLIC", `total: Int @visible(class: ["PUBLIC"])`, undefined],
    ["a class nobody knows", `total: Int @visible(class: ["TRADE_AMOUNT", "UNHEARD_OF"])`, []],
    ["no class", "total: Int", []],
    [
      "the classes of two companies",
      `total: Int @visible(class: ["KPI"]) @visible(class: ["BID"])`,
      ["KPI", "BID"],
    ],
  ])("ask what they must of a field with %s", (_what, field, needed) => {
    expect(orderRules(`type Order @parties(owner: "seller") { ${field} }`)?.field("total")).toEqual(needed);
  });

  test("leave a field without a class to the class of its type", () => {
    const rules = orderRules(`type Order @parties(owner: "seller") @visible(class: ["KPI"]) { total: Int }`);
    expect([rules?.object, rules?.field("total")]).toEqual([["KPI"], undefined]);
  });

  test("do not believe either of two companies that place a fact differently", () => {
    const parties = `@parties(owner: "seller", buyer: "buyer", by: "a") @parties(owner: "me", buyer: "buyer", by: "b")`;
    expect(orderRules(`type Order ${parties} { total: Int }`)?.facts).toEqual([
      { fact: "buyer", path: ["buyer"] },
    ]);
  });

  test("do not believe a fact that one of two companies adds, and ask none of them about objects", () => {
    const parties = `@parties(owner: "seller", by: "a") @parties(owner: "seller", published: "mine", by: "b")`;
    const rules = orderRules(`type Order ${parties} { total: Int }`);
    expect(rules).toMatchObject({ facts: [{ fact: "owner", path: ["seller"] }], home: undefined });
  });

  test("ask the one company that says where the parties are about objects, however often it says so", () => {
    const parties = `@parties(owner: "seller", by: "a") @parties(buyer: "buyer", by: "a")`;
    const rules = orderRules(`type Order ${parties} { total: Int }`);
    expect(rules?.facts.map(({ fact }) => fact)).toEqual(["owner", "buyer"]);
    expect(rules?.home).toBe("a");
  });
});
