import { filesOf, questionsOf } from "./collection-files.ts";

describe("a collection as a folder", () => {
  test("comes back as it was, variables included", () => {
    const questions = [
      { name: "prices", query: "{ a }\n", variables: '{"b":1}\n' },
      { name: "orders", query: "{ c }\n", variables: "" },
    ];
    expect(questionsOf(filesOf(questions))).toEqual(questions);
  });

  test.each([
    ["../../etc/passwd", "-..-etc-passwd.graphql"],
    ["a/b:c", "a-b-c.graphql"],
    ["…", "-.graphql"],
    ["", "question.graphql"],
  ])("writes no file outside of it: %j", (name, file) => {
    expect(filesOf([{ name, query: "{ a }", variables: "" }])[0]?.name).toBe(file);
  });

  test("leaves files of other kinds alone", () => {
    expect(questionsOf([{ name: "notes.txt", text: "x" }])).toEqual([]);
  });
});
