import * as fc from "fast-check";
import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { ledgerWith, NOW, PARTIES, viewer, type AgreementName, type CompanyName } from "../testing/chain.ts";
import { coOwned, indicators, LEVELS, pastPrices, service, sharing } from "../testing/clauses.ts";
import { readMatrix } from "../testing/matrix/read-matrix.ts";
import { PROOF } from "../testing/proof.ts";
import { createDecider } from "./create-decider.ts";

const policies = loadPolicies();
// The rules that no clause lifts at all; F1 on end users and F7 have exceptions of their own in the matrix.
const ABSOLUTE = new Set([
  "F1-resale-price",
  "F1-trade-amount",
  "F2-other-buyers-price",
  "F3-sealed-bid",
  "F5-who-decided",
  "cost-stays-home",
]);
const floored = readMatrix().filter(({ rule }) => rule !== undefined && ABSOLUTE.has(rule));

const names = Object.keys(PARTIES).filter((name): name is AgreementName => name in PARTIES);
const companies: CompanyName[] = ["fabrica", "integra", "rivalis", "vega", "boulange"];
const someone = fc.constantFrom(...companies);
const direction = fc.record({ from: someone, to: someone });
const clause = fc.oneof(
  fc
    .tuple(direction, fc.constantFrom(...DATA_CLASSES), fc.constantFrom(...LEVELS))
    .map((each) => sharing(...each)),
  fc.tuple(direction, fc.nat(400)).map((each) => pastPrices(...each)),
  fc.boolean().map(coOwned),
  fc.integer({ min: 2, max: 9 }).map(indicators),
  someone.map((each) => service(each, ["REPAIR", "DELIVERY"])),
);
const clauses = fc
  .array(clause, { minLength: 1, maxLength: 8 })
  .map((list) => list.map((each, place) => ({ ...each, code: String(place) })));

describe("the floor under every agreement", () => {
  it("has cases", () => {
    expect(new Set(floored.map(({ rule }) => rule))).toEqual(ABSOLUTE);
  });

  it.each(floored)("$rule holds for $viewer before $dataClass ($when), whatever is agreed", (one) => {
    const { failed, counterexample } = fc.check(
      fc.property(fc.constantFrom(...names), clauses, (name, list) => {
        const agreements = inForce(ledgerWith({ clauses: { [name]: list } }), NOW);
        const { decide } = createDecider({ policies, agreements }, viewer(one.viewer));
        return !decide(one.dataClass, one.facts).visible;
      }),
      { numRuns: 200 * PROOF.size, seed: PROOF.seed },
    );
    expect({ failed, counterexample }).toEqual({ failed: false, counterexample: null });
  });
});
