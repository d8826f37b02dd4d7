import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { company, disclosure, ledgerWith, NOW, viewer } from "../testing/chain.ts";
import { coOwned, indicators, sharing } from "../testing/clauses.ts";
import { OBJECTS } from "../testing/matrix/objects.ts";
import type { CompanyViewer } from "../viewer.ts";
import { createDecider } from "./create-decider.ts";
import { decisionsOfKeeper, lastWord } from "./keeper.ts";
import { whoCanSee } from "./who-can-see.ts";

const policies = loadPolicies();
const whole = ledgerWith({
  clauses: {
    "fabrica-integra": [sharing({ from: "integra", to: "fabrica" }, "TRADE_CORE", "FULL"), indicators()],
    "fabrica-vega-integra": [coOwned()],
  },
  disclosures: [disclosure("autorite", "integra", "TRADE_AMOUNT")],
});
const strangers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `org_conforma_stranger${index}`,
    kinds: index % 2 === 0 ? ["RESELLER"] : ["END_BUSINESS", "ADMINISTRATION"],
    authorities: [],
  }));
const among = (count: number) =>
  inForce({ ...whole, companies: [...whole.companies, ...strangers(count)] }, NOW);
const acting = (organization: string): CompanyViewer => ({
  kind: "company",
  organization,
  roles: [],
  subject: organization,
});

const agreements = among(4);

test.each(Object.entries(OBJECTS))("%s is seen by whom a decision of its own lets see it", (_name, facts) => {
  const sources = { policies, agreements };
  const [owner = ""] = facts.owner ?? [];
  for (const keeper of [undefined, company("vega")]) {
    for (const dataClass of DATA_CLASSES) {
      const expected = [...agreements.companies.keys()].filter((party) => {
        const decisions = createDecider(sources, acting(party)).on(facts);
        const keeping = keeper && decisionsOfKeeper(sources, acting(party), { keeper, facts });
        const { visible, effect } = lastWord(decisions, [dataClass], keeping || undefined);
        return visible || effect === "KEPT_BACK";
      });
      const answer = whoCanSee(sources, acting(owner), { facts, classes: [dataClass], keeper });
      const parties = answer.ok ? answer.seers.map(({ party }) => party) : [];
      expect([dataClass, parties.filter((each) => !each.startsWith("cus_"))]).toEqual([
        dataClass,
        owner === "" ? [] : expected,
      ]);
    }
  }
});

test.each(Object.entries(OBJECTS))(
  "%s is seen on a day by whom the whole ledger lets see it",
  (_name, facts) => {
    const [owner = ""] = facts.owner ?? [];
    for (const keeper of [undefined, company("vega")]) {
      for (const dataClass of DATA_CLASSES) {
        const seers = [agreements, agreements.on(NOW, facts)].map((each) =>
          whoCanSee({ policies, agreements: each }, acting(owner), { facts, classes: [dataClass], keeper }),
        );
        expect(seers[1]).toEqual(seers[0]);
      }
    }
  },
);

test("a day's agreements are worked out of those that decide on the object alone", () => {
  const { on, agreementsOf } = agreements;
  const [owned, foreign] = [on(NOW, { owner: [company("vega")] }), on(NOW, { owner: [company("boulange")] })];
  expect(agreementsOf(company("fabrica")).size).toBeGreaterThan(1);
  expect([...owned.agreementsOf(company("fabrica"))]).toEqual(["fabrica-vega-integra"]);
  expect([...foreign.agreementsOf(company("fabrica"))]).toEqual([]);
});

test("a thousand strangers cost no more decisions than four", () => {
  const asked = [4, 1_000].map((count) => {
    let questions = 0;
    const counting: typeof policies.compiled = {
      ...policies.compiled,
      answer: (question) => {
        questions += 1;
        return policies.compiled.answer(question);
      },
    };
    const sources = { policies: { ...policies, compiled: counting }, agreements: among(count) };
    const field = { facts: OBJECTS.order, classes: ["TRADE_CORE"] as const, keeper: company("vega") };
    expect(whoCanSee(sources, viewer("integra"), field).ok).toBe(true);
    return questions;
  });
  expect(asked[1]).toBe(asked[0]);
  expect(asked[0]).toBeGreaterThan(0);
});
