import { inForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { company, customer, ledgerWith, NOW, viewer, type ViewerName } from "../testing/chain.ts";
import { coOwned, indicators, sharing } from "../testing/clauses.ts";
import { OBJECTS } from "../testing/matrix/objects.ts";
import type { Facts } from "../visibility/fact.ts";
import { createDecider } from "./create-decider.ts";
import { explain, explainAbsence } from "./explain.ts";
import { whoCanSee } from "./who-can-see.ts";

const policies = loadPolicies();
const orders = sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS");
const agreements = inForce(
  ledgerWith({ clauses: { "fabrica-integra": [orders, indicators()], "fabrica-vega-integra": [coOwned()] } }),
  NOW,
);
const sources = { policies, agreements };
const explained = (name: ViewerName, facts: Facts, dataClass: DataClass) =>
  explain(createDecider(sources, viewer(name)).on(facts), "Order.field", [dataClass]);

describe("an explanation", () => {
  it("names the rule, and the clause when one grants", () => {
    expect(explained("fabrica", OBJECTS.order, "TRADE_CORE")).toEqual({
      coordinate: "Order.field",
      dataClass: "TRADE_CORE",
      effect: "GRANTED",
      rule: "clause-orders",
      why: "A data sharing clause shows your company these orders, without the customer.",
      agreement: "fabrica-integra",
      clause: "1",
      missing: [],
    });
  });

  it("names the rule of the floor that refuses, and promises nothing", () => {
    expect(explained("fabrica", OBJECTS.order, "TRADE_AMOUNT")).toMatchObject({
      effect: "DENIED",
      rule: "F1-trade-amount",
      missing: [],
    });
  });

  it("says what is missing when no rule refuses", () => {
    const { rule, missing } = explained("boulange", OBJECTS.freightPaidByIntegra, "LOGISTICS_COST");
    expect({ rule, missing }).toEqual({
      rule: "no-grant",
      missing: ["a KPI_SHARING clause, over at least three parties"],
    });
  });

  it("tells nobody but a regulator about disclosure requests", () => {
    const offered = (name: ViewerName) =>
      explained(name, OBJECTS.freightPaidByIntegra, "LOGISTICS_COST").missing.join();
    expect(offered("boulange")).not.toContain("disclosure");
  });

  it("is the same for what is hidden and for what does not exist", () => {
    const hidden = explained("rivalis", OBJECTS.order, "TRADE_CORE");
    expect(hidden).toEqual(explainAbsence("Order.field", ["TRADE_CORE"]));
    expect(explained("rivalis", OBJECTS.orderOfNantes, "TRADE_CORE")).toEqual(hidden);
  });

  it("never names another company or its facts", () => {
    const said = JSON.stringify(explained("fabrica", OBJECTS.order, "TRADE_AMOUNT"));
    expect(said).not.toContain(company("boulange"));
  });
});

describe("who can see a field", () => {
  const seers = (facts: Facts, dataClass: DataClass) => {
    const owner = {
      ...viewer("integra"),
      kind: "company",
      organization: facts.owner?.[0] ?? "",
      roles: [],
    } as const;
    const answer = whoCanSee(sources, owner, { facts, classes: [dataClass] });
    return answer.ok ? answer.seers.map(({ party }) => party) : answer.why;
  };

  it.each<[what: string, facts: Facts, dataClass: DataClass, expected: string[]]>([
    [
      "an order",
      OBJECTS.order,
      "TRADE_CORE",
      ["fabrica", "integra", "boulange"].map((each) => `org_conforma_${each}`),
    ],
    ["its amount", OBJECTS.order, "TRADE_AMOUNT", [company("integra"), company("boulange")]],
    ["a cost", OBJECTS.cost, "PRICE_COST", [company("fabrica")]],
    [
      "a consumer's order",
      OBJECTS.orderOfClaire,
      "TRADE_AMOUNT",
      [company("integra"), company("vega"), customer("claire")],
    ],
  ])("is answered for %s", (...[, facts, dataClass, expected]) => {
    expect(seers(facts, dataClass)).toEqual(expected);
  });

  it.each<ViewerName>(["boulange", "rivalis", "claire"])(
    "is not answered to %s, who does not own it",
    (name) => {
      const answer = whoCanSee(sources, viewer(name), { facts: OBJECTS.order, classes: ["TRADE_CORE"] });
      expect(answer).toEqual({ ok: false, why: "Only the owner of an object is told who can see it." });
    },
  );

  it("names the clause to a single owner, and to none of several", () => {
    const named = (facts: Facts, dataClass: DataClass) => {
      const answer = whoCanSee(sources, viewer("integra"), { facts, classes: [dataClass] });
      const seen = answer.ok ? answer.seers.find(({ party }) => party === company("fabrica")) : undefined;
      return seen?.because.map(({ sources: by }) => by.length);
    };
    expect(named(OBJECTS.order, "TRADE_CORE")).toEqual([1]);
    expect(named(OBJECTS.indicator, "KPI")).toEqual([0]);
  });
});
