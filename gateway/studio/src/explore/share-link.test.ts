import { readShareLink, shareLink } from "./share-link.ts";

describe("a link to a question", () => {
  const question = { query: '{ a(b: "é&#") }', variables: '{"x":1}', viewer: "integra/buying" };

  test("brings back query, variables and viewer", () => {
    const link = new URL(shareLink(question, "http://localhost:4000/anything?x=1"));
    expect(link.search).toBe("");
    expect(readShareLink(link.hash)).toEqual(question);
  });

  test("never names a viewer who came with a token", () => {
    expect(shareLink({ ...question, viewer: "token:abc" }, "http://localhost:4000")).not.toContain("token");
  });

  test.each(["", "#", "#section"])("is not what %j is", (fragment) => {
    expect(readShareLink(fragment)).toBeUndefined();
  });
});
