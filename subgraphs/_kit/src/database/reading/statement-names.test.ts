import { statementNames } from "./statement-names.ts";

describe("the name of a statement", () => {
  test("stays the same while it is used", () => {
    const names = statementNames(2);
    const name = names.of("a");
    expect([names.of("b"), names.of("a")]).toEqual([expect.not.stringMatching(name), name]);
  });

  test("goes to a new statement when it was not used for longest", () => {
    const names = statementNames(2);
    const [a, b] = [names.of("a"), names.of("b")];
    names.of("a");
    expect([names.of("c"), names.of("a"), names.of("b")]).toEqual([b, a, b]);
  });
});
