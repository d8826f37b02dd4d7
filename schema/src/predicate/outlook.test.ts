import { inForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { ledgerWith, NOW, viewer, type ViewerName } from "../testing/index.ts";
import { outlook } from "./outlook.ts";

const policies = loadPolicies();
const agreements = inForce(ledgerWith(), NOW);

describe("the outlook on a class", () => {
  test.each<[who: ViewerName, dataClass: DataClass, expected: string]>([
    ["claire", "KPI", "refused"],
    ["claire", "PUBLIC", "visible"],
    ["integra", "TRADE_CORE", "depends"],
  ])("of %s on %s is %s", (who, dataClass, expected) => {
    expect(outlook({ policies, agreements }, viewer(who), dataClass)).toBe(expected);
  });

  test.each<[dataClass: DataClass, expected: string]>([
    ["PUBLIC", "visible"],
    ["TRADE_CORE", "refused"],
  ])("on %s is %s without a ledger", (dataClass, expected) => {
    expect(outlook({ policies, agreements: undefined }, viewer("integra"), dataClass)).toBe(expected);
  });
});
