import { DATA_CLASS_READERS, OUTCOMES } from "@maillon/schema";
import { loadPolicies } from "@maillon/schema/policy";
import { inLanguage } from "./in-language.ts";

const refusals = loadPolicies().policies.filter(({ effect }) => effect === "forbid");
const told = [
  ...Object.values(DATA_CLASS_READERS),
  ...refusals.map(({ why }) => why),
  ...Object.values(OUTCOMES).map(({ text }) => text),
];

describe("what the gateway says about a refusal", () => {
  test("is read in French, but for the few sentences that were reworded since their translation", () => {
    const untold = told.filter((sentence) => inLanguage(sentence, "fr") === sentence);
    expect(untold.length).toBeLessThan(told.length / 10);
  });

  test("is read in English as the gateway wrote it", () => {
    expect(told.filter((sentence) => inLanguage(sentence, "en") !== sentence)).toEqual([]);
  });

  test("stays as it is when nobody has translated it", () => {
    expect(inLanguage("A rule of tomorrow.", "fr")).toBe("A rule of tomorrow.");
  });
});
