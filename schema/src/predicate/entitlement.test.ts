import { inForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { ledgerWith, NOW, viewer, type ViewerName } from "../testing/index.ts";
import { type Entitlement, entitlementTo } from "./entitlement.ts";

const policies = loadPolicies();
const agreements = inForce(ledgerWith(), NOW);

describe("the entitlement to a class", () => {
  test.each<[who: ViewerName, dataClass: DataClass, expected: Entitlement]>([
    ["claire", "KPI", "hidden"],
    ["claire", "PUBLIC", "granted"],
    ["integra", "TRADE_CORE", "depends"],
  ])("of %s to %s is %s", (who, dataClass, expected) => {
    expect(entitlementTo({ policies, agreements }, viewer(who), dataClass)).toBe(expected);
  });

  test.each<[dataClass: DataClass, expected: Entitlement]>([
    ["PUBLIC", "granted"],
    ["TRADE_CORE", "hidden"],
  ])("to %s is %s without a ledger", (dataClass, expected) => {
    expect(entitlementTo({ policies, agreements: undefined }, viewer("integra"), dataClass)).toBe(expected);
  });
});
