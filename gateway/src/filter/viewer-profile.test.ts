import { byDataClass } from "@maillon/schema";
import { ENTITLEMENTS } from "@maillon/schema/policy";
import { FACT_NAMES } from "@maillon/schema/visibility";
import { profileWriter, readProfile } from "./viewer-profile.ts";

test("a profile reads as it was written", () => {
  const entitlements = byDataClass((_class, index) => ENTITLEMENTS[index % 4] ?? "hidden");
  const facts = byDataClass((_class, index) => FACT_NAMES.filter((_name, at) => (at * 7 + index) % 3 === 0));
  const unmet = ['requiresScopes[["a,b","[c]"]]', "authenticated[]"];
  const text = profileWriter()({ entitlements, facts }, unmet);
  expect(readProfile(text)).toEqual({ entitlements, facts, unmet: new Set(unmet) });
});

test.each(["", "nonsense", "X,Y"])("nothing can be read from the profile %j", (text) => {
  expect(new Set(Object.values(readProfile(text).entitlements))).toEqual(new Set(["hidden"]));
});
