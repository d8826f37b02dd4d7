import { blaming, faultText } from "./fault.ts";

test.each<[string, unknown, string]>([
  ["an error", new Error("the file is empty"), "the file is empty"],
  [
    "several attempts",
    new AggregateError([new Error("no answer at ::1"), new Error("none at 127.0.0.1")]),
    "no answer at ::1; none at 127.0.0.1",
  ],
  [
    "several attempts that failed together",
    new AggregateError([new Error("a")], "nobody answers"),
    "nobody answers",
  ],
  ["an error without a message", new TypeError(), "TypeError"],
  ["what is no error", "a word", "a word"],
])("the text of %s says what is wrong", (_what, error, text) => {
  expect(faultText(error)).toBe(text);
});

test("what fails names what led to it, and keeps its cause", async () => {
  const cause = new Error("it is empty");
  const failing = blaming("KEYS_FILE", () => Promise.reject(cause));
  await expect(failing).rejects.toMatchObject({ message: "KEYS_FILE: it is empty", cause });
  await expect(blaming("KEYS_FILE", async () => 7)).resolves.toBe(7);
});
