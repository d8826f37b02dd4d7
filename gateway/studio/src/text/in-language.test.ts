import { DATA_CLASS_READERS } from "@maillon/schema";
import { loadPolicies } from "@maillon/schema/policy";
import { inLanguage } from "./in-language.ts";

const told = [
  ...Object.values(DATA_CLASS_READERS),
  ...loadPolicies().policies.flatMap(({ why, missing }) => (missing === undefined ? [why] : [why, missing])),
];

describe("what the gateway says about a decision", () => {
  test("is read in French, sentence for sentence", () => {
    expect(told.filter((sentence) => inLanguage(sentence, "fr") === sentence)).toEqual([]);
  });

  test("is read in English as the gateway wrote it", () => {
    expect(told.filter((sentence) => inLanguage(sentence, "en") !== sentence)).toEqual([]);
  });

  test("stays as it is when nobody has translated it", () => {
    expect(inLanguage("A rule of tomorrow.", "fr")).toBe("A rule of tomorrow.");
  });
});
