import { parse } from "graphql";
import { chooseOperation } from "./operation/choose-operation.ts";
import { planningPrice } from "./planning-price.ts";

const price = (text: string): number => planningPrice(chooseOperation(parse(text), undefined));

describe("the price of planning", () => {
  test.each([
    ["grows with each selection", "{ a b { c } }", 3],
    ["counts inline fragments and what is in them", "{ ... on Query { a b } }", 3],
    ["counts a fragment wherever it is spread", "{ a { ...F } b { ...F } } fragment F on A { c d }", 8],
    ["leaves out what is not spread", "{ a } fragment F on A { c d }", 1],
  ])("%s", (_fact, text, selections) => {
    expect(price(text) - price("{ a }")).toBe((selections - 1) * 400);
  });

  it("is that of ten selections, however small the operation", () => {
    expect(price("{ a }")).toBe(11 * 400);
  });
});
