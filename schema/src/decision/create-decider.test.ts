import { inForce } from "../agreement/agreements-in-force.ts";
import type { Agreement } from "../agreement/ledger.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { agreement, company, ledgerWith, NOW, viewer } from "../testing/chain.ts";
import { sharing } from "../testing/clauses.ts";
import { OBJECTS } from "../testing/matrix/objects.ts";
import type { Facts } from "../visibility/fact.ts";
import { createDecider } from "./create-decider.ts";

const policies = loadPolicies();
const orders = sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS");
const kept = sharing({ from: "fabrica", to: "integra" }, "TRADE_CORE", "NONE");
const under = (change: Partial<Agreement>) =>
  inForce({ ...ledgerWith(), agreements: [{ ...agreement("fabrica-integra", [orders]), ...change }] }, NOW);

describe("a decider", () => {
  it.each<[fact: string, scope: Partial<Agreement>, facts: Facts, visible: boolean]>([
    ["counts a clause for a product in its scope", { productScope: ["p1", "p2"] }, { product: ["p1"] }, true],
    [
      "does not count it when one product is outside",
      { productScope: ["p1"] },
      { product: ["p1", "p2"] },
      false,
    ],
    ["does not count it when the products are unknown", { productScope: ["p1"] }, {}, false],
    [
      "counts it for what belongs to the agreement, its products being unknown",
      { productScope: ["p1"] },
      { agreement: ["other", "fabrica-integra"] },
      true,
    ],
    [
      "does not count it for a product outside of its scope, although it belongs to the agreement",
      { productScope: ["p1"] },
      { agreement: ["fabrica-integra"], product: ["p2"] },
      false,
    ],
    [
      "does not count it for what belongs to another agreement",
      { territories: ["FR"] },
      { agreement: ["integra-boulange"] },
      false,
    ],
    [
      "counts a clause for a country in its scope",
      { territories: ["FR", "BE"] },
      { territory: ["BE"] },
      true,
    ],
    ["does not count it in another country", { territories: ["FR"] }, { territory: ["DE"] }, false],
    ["does not count it when the country is unknown", { territories: ["FR"] }, {}, false],
    [
      "does not count a clause of a company that does not own the object",
      {},
      { owner: [company("rivalis")] },
      false,
    ],
  ])("%s", (...[, scope, facts, visible]) => {
    const decider = createDecider({ policies, agreements: under(scope) }, viewer("fabrica"));
    expect(decider.decide("TRADE_CORE", { ...OBJECTS.order, ...facts }).visible).toBe(visible);
  });

  it.each<[fact: string, facts: Facts, visible: boolean]>([
    ["reaches what it surely covers", { product: ["p1"] }, false],
    ["reaches what it may cover", {}, false],
    ["reaches an order of which it covers a part", { product: ["p1", "p2"] }, false],
    ["reaches nothing else", { product: ["p2"] }, true],
  ])("knows that a restriction %s", (_fact, facts, visible) => {
    const agreements = under({ clauses: [kept], productScope: ["p1"] });
    const decider = createDecider({ policies, agreements }, viewer("integra"));
    expect(decider.decide("TRADE_CORE", { ...OBJECTS.purchase, ...facts }).visible).toBe(visible);
  });

  it("shows nothing but what is public when no ledger is known or it is too old", () => {
    const { decide } = createDecider({ policies, agreements: undefined }, viewer("integra"));
    expect(decide("PUBLIC", OBJECTS.order).visible).toBe(true);
    expect(decide("TRADE_CORE", OBJECTS.order)).toMatchObject({
      effect: "HIDDEN",
      because: [{ rule: "ledger-stale" }],
    });
  });

  it("names the clause that it turned on", () => {
    const { decide } = createDecider({ policies, agreements: under({ version: 3 }) }, viewer("fabrica"));
    const source = { kind: "clause", agreement: "fabrica-integra", version: 3, clause: "1" };
    expect(decide("TRADE_CORE", OBJECTS.order).because).toMatchObject([
      { rule: "clause-orders", sources: [source] },
    ]);
  });

  it("says what is missing when a viewer may be told of the refusal", () => {
    const { decide } = createDecider({ policies, agreements: under({}) }, viewer("fabrica"));
    expect(decide("KPI", OBJECTS.indicator)).toMatchObject({
      effect: "DENIED",
      missing: ["a KPI_SHARING clause of the agreement that the indicator belongs to"],
    });
  });

  it("decides once for equal facts, whatever order they come in", () => {
    const decider = createDecider({ policies, agreements: under({}) }, viewer("fabrica"));
    const one = decider.on({ owner: ["a", "b"], seller: ["c"] });
    expect(decider.on({ seller: ["c"], owner: ["b", "a"] })).toBe(one);
    expect(one.of("TRADE_CORE")).toBe(one.of("TRADE_CORE"));
    expect(decider.on({ owner: ["a,b"], seller: ["c"] })).not.toBe(one);
  });

  it("needs every class of a field, and hides before it denies", () => {
    const { on } = createDecider({ policies, agreements: under({}) }, viewer("fabrica"));
    const order = on(OBJECTS.order);
    expect(order.ofAll(["TRADE_CORE", "PUBLIC"]).visible).toBe(true);
    expect(order.ofAll(["TRADE_CORE", "TRADE_AMOUNT"])).toBe(order.of("TRADE_AMOUNT"));
    expect(order.ofAll(["TRADE_AMOUNT", "CUSTOMER_IDENTITY"])).toBe(order.of("CUSTOMER_IDENTITY"));
    expect(order.ofAll([])).toMatchObject({ visible: false, because: [{ rule: "unclassified" }] });
  });

  it("takes no company for a consumer whose token names a company", () => {
    const impostor = { kind: "consumer", customers: [company("boulange")], subject: "x" } as const;
    const { decide } = createDecider({ policies, agreements: under({}) }, impostor);
    expect(decide("CUSTOMER_IDENTITY", OBJECTS.businessCustomer).visible).toBe(false);
  });
});
