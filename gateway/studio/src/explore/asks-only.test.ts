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
});
