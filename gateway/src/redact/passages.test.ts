import { inForce, loadPolicies } from "@maillon/schema/policy";
import { NOW, type ViewerName, company, ledgerWith, viewer } from "@maillon/schema/testing";
import { VISIBILITY_DEFINITIONS, VISIBILITY_LINK } from "@maillon/schema/visibility";
import { parse } from "graphql";
import { fieldRules } from "../filter/field-rules.ts";
import { readVisibilityRules } from "../filter/visibility-rules.ts";
import { Passages } from "./passages.ts";
import { createOpenAccess } from "./access.ts";

const visibility = readVisibilityRules(
  parse(`${VISIBILITY_LINK} ${VISIBILITY_DEFINITIONS}
    type Order @parties(owner: "seller", seller: "seller", buyer: "buyer") {
      cost(currency: String): Int @visible(class: ["PRICE_COST"])
    }`),
);
const none = new Set<string>();
const rules = fieldRules({
  visibility,
  restrictions: { all: [], on: () => [] },
  roots: none,
  required: none,
});
const passages = new Passages(rules);
const openAccess = createOpenAccess({
  policies: loadPolicies(),
  agreements: () => inForce(ledgerWith(), NOW),
});
const order = { __typename: "Order", seller: company("integra"), buyer: company("boulange") };

describe("a value that lies under a key of the engine's", () => {
  test.each<[whose: string, key: string]>([
    ["plain field", "cost"],
    ["field with a client's arguments", "_mx0_cost"],
    ["field with the arguments of a @requires", "_mxr12_cost"],
  ])("of a %s is sent on for those alone who may read the field", (_whose, key) => {
    const follows = (name: ViewerName) => passages.follows(order, openAccess(viewer(name)))?.(key) ?? true;
    expect([follows("integra"), follows("boulange")]).toEqual([true, false]);
  });
});
