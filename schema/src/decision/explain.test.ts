import { inForce } from "../agreement/agreements-in-force.ts";
import type { DataClass } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { company, customer, disclosure, ledgerWith, NOW, viewer } from "../testing/chain.ts";
import type { CompanyName, ViewerName } from "../testing/chain.ts";
import { coOwned, indicators, sharing } from "../testing/clauses.ts";
import { OBJECTS } from "../testing/matrix/objects.ts";
import type { Facts } from "../visibility/fact.ts";
import { createDecider } from "./create-decider.ts";
import { explain, explainAbsence } from "./explain.ts";
import { decisionsOfKeeper } from "./keeper.ts";
import { whoCanSee } from "./who-can-see.ts";

const policies = loadPolicies();
const orders = sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "PSEUDONYMOUS");
const agreements = inForce(
  ledgerWith({
    clauses: { "fabrica-integra": [orders, indicators()], "fabrica-vega-integra": [coOwned()] },
    disclosures: [disclosure("autorite", "integra", "TRADE_CORE")],
  }),
  NOW,
);
const orderClause = {
  kind: "clause",
  agreement: "fabrica-integra",
  version: 1,
  clause: "1",
  type: "DATA_SHARING",
};
const request = { kind: "disclosure", request: "autorite-TRADE_CORE", subject: company("integra") };
const sources = { policies, agreements };
const explained = (name: ViewerName, facts: Facts, dataClass: DataClass) =>
  explain({ decisions: createDecider(sources, viewer(name)).on(facts) }, "Order.field", [dataClass]);

describe("an explanation", () => {
  it("names the rule, and the clause when one grants", () => {
    expect(explained("fabrica", OBJECTS.order, "TRADE_CORE")).toEqual({
      coordinate: "Order.field",
      dataClass: "TRADE_CORE",
      effect: "GRANTED",
      rule: "clause-orders",
      why: "A data sharing clause shows your company these orders, without the customer.",
      agreement: "fabrica-integra",
      version: 1,
      clause: "1",
      clauseType: "DATA_SHARING",
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
      ["fabrica", "integra", "boulange", "autorite"].map((each) => `org_conforma_${each}`),
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

  it.each<[asking: CompanyName, owners: CompanyName[], clauses: object[], disclosures: object[]]>([
    ["integra", ["integra"], [orderClause], [request]],
    ["integra", ["integra", "vega"], [orderClause], [request]],
    ["vega", ["integra", "vega"], [], []],
  ])("names to %s, one of the owners %p, its own clauses and requests alone", (asking, owners, ...named) => {
    const facts = { ...OBJECTS.order, owner: owners.map((each) => company(each)) };
    const answer = whoCanSee(sources, viewer(asking), { facts, classes: ["TRADE_CORE"] });
    const told = answer.ok ? answer.seers : [];
    const find = (name: CompanyName) => told.find(({ party }) => party === company(name));
    expect(find("fabrica")?.rules).toEqual(["clause-orders"]);
    expect([find("fabrica")?.clauses, find("autorite")?.disclosures]).toEqual(named);
  });

  it("names once a clause that opens several classes", () => {
    const field = { facts: OBJECTS.order, classes: ["TRADE_CORE", "TRADE_CORE"] } as const;
    const answer = whoCanSee(sources, viewer("integra"), field);
    expect(answer.ok && answer.seers.find(({ party }) => party === company("fabrica"))).toMatchObject({
      rules: ["clause-orders"],
      clauses: [orderClause],
    });
  });
});

describe("what the company that keeps an object does not know of", () => {
  const keptBy = (keeper: CompanyName, name: ViewerName, facts: Facts) => {
    const decisions = createDecider(sources, viewer(name)).on(facts);
    const keeping = decisionsOfKeeper(sources, viewer(name), { keeper: company(keeper), facts });
    return explain({ decisions, keeping }, "Order.field", ["TRADE_CORE"]);
  };

  it.each<[keeper: CompanyName, who: ViewerName, effect: string]>([
    ["integra", "fabrica", "GRANTED"],
    ["fabrica", "fabrica", "GRANTED"],
    ["vega", "fabrica", "KEPT_BACK"],
    // By a request that asks for Integra's data, and so is told to no other company that keeps something.
    ["integra", "autorite", "GRANTED"],
    ["vega", "autorite", "KEPT_BACK"],
    // What needs no agreement, or is granted by none, does not turn on who keeps it.
    ["vega", "boulange", "GRANTED"],
    ["vega", "rivalis", "HIDDEN"],
  ])("is kept back: %s keeps an order of Integra, to %s it is %s", (keeper, who, effect) => {
    expect(keptBy(keeper, who, OBJECTS.order).effect).toBe(effect);
  });

  it("is explained by what grants it, and by what is missing", () => {
    expect(keptBy("vega", "fabrica", OBJECTS.order)).toMatchObject({
      rule: "clause-orders",
      agreement: "fabrica-integra",
      missing: ["an agreement to which the company that keeps this is a party, too"],
    });
  });

  it("is told to the owner, who asks who can see it", () => {
    const field = { facts: OBJECTS.order, classes: ["TRADE_CORE"], keeper: company("vega") } as const;
    const answer = whoCanSee(sources, viewer("integra"), field);
    const kept = answer.ok ? answer.seers.filter(({ keptBack }) => keptBack) : [];
    expect(kept.map(({ party }) => party)).toEqual([company("fabrica"), company("autorite")]);
  });
});
