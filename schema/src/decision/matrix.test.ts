import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES } from "../data-class.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import { ledgerWith, NOW, viewer } from "../testing/chain.ts";
import { COLUMNS, readMatrix, type MatrixCase } from "../testing/matrix/read-matrix.ts";
import { createDecider } from "./create-decider.ts";
import type { Verdict } from "./verdict.ts";

const policies = loadPolicies();
const matrix = readMatrix();
const OUTCOME = { GRANTED: "Y", DENIED: "N", HIDDEN: "H" } as const;

const decide = ({ dataClass, viewer: name, facts, terms }: MatrixCase): Verdict => {
  const agreements = inForce(ledgerWith(terms), NOW);
  return createDecider({ policies, agreements }, viewer(name)).decide(dataClass, facts);
};

describe.each(DATA_CLASSES)("the matrix: %s", (dataClass) => {
  const cases = matrix.filter((each) => each.dataClass === dataClass);
  it.each(cases)("$column ($cell), $viewer: $when", (one) => {
    const verdict = decide(one);
    const rules = verdict.because.map(({ rule }) => rule);
    expect({ outcome: OUTCOME[verdict.effect], by: one.rule ?? rules.join() }).toEqual({
      outcome: one.outcome,
      by: rules.find((rule) => rule === one.rule) ?? rules.join(),
    });
  });

  it("shows nobody anything of an object whose owner is unknown", () => {
    const seen = cases.filter((one) => decide({ ...one, facts: { ...one.facts, owner: [] } }).visible);
    expect(seen).toEqual(dataClass === "PUBLIC" ? cases : []);
  });
});

describe("the table of cases", () => {
  it("has every cell of every class", () => {
    const cells = new Set(matrix.map(({ dataClass, column }) => `${dataClass} ${column}`));
    const expected = DATA_CLASSES.flatMap((each) => COLUMNS.map((column) => `${each} ${column}`));
    expect([...cells].toSorted()).toEqual(expected.toSorted());
  });

  it("turns on every policy about reading, save the one about unknown owners", () => {
    const seen = new Set(matrix.flatMap((one) => decide(one).because.map(({ rule }) => rule)));
    const deciding = policies.policies.filter(({ actions }) =>
      DATA_CLASSES.some((each) => actions.has(each)),
    );
    expect(deciding.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual(["facts-missing"]);
  });
});
