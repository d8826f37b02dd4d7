import { DATA_CLASS_READERS } from "@maillon/schema";
import { loadPolicies } from "@maillon/schema/policy";
import { inLanguage } from "./in-language.ts";

const refusals = loadPolicies().policies.filter(({ effect }) => effect === "forbid");
const told = [...Object.values(DATA_CLASS_READERS), ...refusals.map(({ why }) => why)];

describe("what the gateway says about a refusal", () => {
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
