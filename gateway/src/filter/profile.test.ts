import { byDataClass } from "@maillon/schema";
import { FACT_NAMES } from "@maillon/schema/visibility";
import type { Outlook } from "./outlooks.ts";
import { profileWriter, readProfile } from "./profile.ts";

const LETTERS: readonly Outlook[] = ["V", "D", "R", "H"];

test("a profile reads as it was written", () => {
  const outlooks = byDataClass((_class, index) => LETTERS[index % 4] ?? "H");
  const facts = byDataClass((_class, index) => FACT_NAMES.filter((_name, at) => (at * 7 + index) % 3 === 0));
  const unmet = ['requiresScopes[["a,b","[c]"]]', "authenticated[]"];
  const text = profileWriter()({ outlooks, facts }, unmet);
  expect(readProfile(text)).toEqual({ outlooks, facts, unmet: new Set(unmet) });
});

test.each(["", "nonsense", "X,Y"])("nothing can be read from the profile %j", (text) => {
  expect(new Set(Object.values(readProfile(text).outlooks))).toEqual(new Set(["H"]));
});
