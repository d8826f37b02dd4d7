import * as fc from "fast-check";
import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES, type DataClass } from "../data-class.ts";
import { createDecider } from "../decision/create-decider.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import {
  type CompanyName,
  NOW,
  type ViewerName,
  agreement,
  company,
  customer,
  disclosure,
  ledgerWith,
  viewer,
} from "../testing/chain.ts";
import { coOwned, indicators, pastPrices, service, sharing } from "../testing/clauses.ts";
import { PROOF } from "../testing/proof.ts";
import { FACT_NAMES, type FactName, type Facts } from "../visibility/fact.ts";
import { matteringFacts } from "./mattering-facts.ts";

const QUESTIONS = 6_000 * PROOF.size;

const policies = loadPolicies();
const down = { from: "integra", to: "fabrica" } as const;
const clauses = [
  ...(["TRADE_CORE", "CUSTOMER_EXISTENCE", "LOGISTICS"] as const).map((each) =>
    sharing(down, each, "PSEUDONYMOUS"),
  ),
  ...(["TRADE_CORE", "LOGISTICS"] as const).map((each) => sharing(down, each, "NONE")),
  pastPrices(down, 30),
  coOwned(true),
  indicators(4),
  service("integra", ["AFTER_SALES"]),
];
const viewers: readonly ViewerName[] = ["fabrica", "integra", "vega", "autorite", "cnil", "claire"];

const ledger = fc
  .record({
    clauses: fc.subarray(clauses),
    disclosed: fc.subarray([...DATA_CLASSES], { maxLength: 8 }),
    productScope: fc.constantFrom<string[][]>([], ["p1"]),
    territories: fc.constantFrom<string[][]>([], ["FR"]),
  })
  .map(({ clauses: some, disclosed, productScope, territories }) => ({
    ...ledgerWith({ disclosures: disclosed.map((each) => disclosure("autorite", "integra", each)) }),
    agreements: (["fabrica-integra", "fabrica-vega-integra"] as const).map((name) => ({
      ...agreement(name, some),
      productScope,
      territories,
    })),
  }));

const party = fc.constantFrom<CompanyName[]>("fabrica", "integra", "vega", "boulange").map(company);
const parties = fc.array(fc.oneof(party, fc.constant(customer("claire"))), { maxLength: 2 });
const words = (...all: string[]) => fc.subarray(all, { maxLength: 2 });
const whole: fc.Arbitrary<Facts> = fc.record({
  owner: fc.array(party, { minLength: 1, maxLength: 2 }),
  seller: parties,
  buyer: parties,
  carrier: parties,
  via: parties,
  brand: parties,
  payer: parties,
  subject: parties,
  published: fc.boolean(),
  category: words("INTEGRATOR", "MANUFACTURER", "CONSUMER"),
  basis: words("PARTNER_SHARING", "NOT_PERSONAL", "AFTER_SALES"),
  group: fc.constantFrom(0, 2, 5),
  agreement: words("fabrica-integra", "fabrica-vega-integra"),
  product: words("p1", "p2"),
  territory: words("FR", "DE"),
  age: fc.constantFrom(0, 100),
});

const questions = fc.record({
  ledger,
  facts: whole,
  name: fc.constantFrom(...viewers),
  // Resale prices, of which clauses say most, are asked about more often.
  dataClass: fc.oneof(fc.constantFrom(...DATA_CLASSES), fc.constant<DataClass>("PRICE_RESALE")),
});

const only = (facts: Facts, names: readonly FactName[]): Facts =>
  Object.fromEntries(names.map((name) => [name, facts[name]]));

/** Whether decisions from fewer facts are the same ones, when `forget` of those that matter are left out as well. */
function narrowing(forget: readonly FactName[]) {
  return fc.property(questions, ({ ledger: stated, facts, name, dataClass }) => {
    const sources = { policies, agreements: inForce(stated, NOW) };
    const mattering = matteringFacts(sources, viewer(name), dataClass);
    const kept = mattering.filter((each) => !forget.includes(each));
    const { decide } = createDecider(sources, viewer(name));
    return JSON.stringify(decide(dataClass, only(facts, kept))) === JSON.stringify(decide(dataClass, facts));
  });
}

describe("the facts that matter", () => {
  it("are all that verdict and reasons turn on", () => {
    const { failed, counterexample } = fc.check(narrowing([]), { numRuns: QUESTIONS, seed: PROOF.seed });
    expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
  });

  it.each(FACT_NAMES)("hold %s where a decision turns on it", (fact) => {
    const { failed } = fc.check(narrowing([fact]), { numRuns: 20_000, seed: 1, endOnFailure: true });
    expect(failed).toBe(true);
  });

  it.each<[name: ViewerName, dataClass: DataClass, facts: FactName[]]>([
    ["integra", "TRADE_AMOUNT", ["owner", "seller", "buyer", "via", "brand", "published"]],
    ["integra", "TRADE_CORE", ["owner", "seller", "buyer", "via", "brand"]],
    ["integra", "PRICE_COST", ["owner"]],
    ["claire", "TRADE_CORE", ["owner", "subject"]],
  ])("are for %s and %s few, as long as no clause looks at more", (name, dataClass, facts) => {
    const sources = { policies, agreements: inForce(ledgerWith(), NOW) };
    expect(matteringFacts(sources, viewer(name), dataClass)).toEqual(facts);
  });

  it("are none without a ledger", () => {
    expect(matteringFacts({ policies, agreements: undefined }, viewer("integra"), "TRADE_CORE")).toEqual([]);
  });
});
