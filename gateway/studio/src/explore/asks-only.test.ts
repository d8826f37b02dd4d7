import { asksOnly } from "./asks-only.ts";

describe("a question that is asked again as somebody else", () => {
  test.each([
    ["{ a }", true],
    ["query A { a } query B { b }", true],
    ["fragment F on T { a } query A { ...F }", true],
    ["mutation { a }", false],
    ["query A { a } mutation B { b }", false],
    ["subscription { a }", false],
    ["{ a", false],
    ["", false],
  ])("changes nothing: %j → %j", (text, asked) => {
    expect(asksOnly(text)).toBe(asked);
  });

  test.each([
    ["A", true],
    ["B", false],
    ["C", false],
  ])("changes nothing when its operation %s is meant → %j", (name, asked) => {
    expect(asksOnly("query A { a } mutation B { b }", name)).toBe(asked);
  });
});
