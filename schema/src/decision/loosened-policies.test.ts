import { inForce } from "../agreement/agreements-in-force.ts";
import { DATA_CLASSES } from "../data-class.ts";
import { compilePolicies } from "../policy/compile-policies.ts";
import { loadPolicies } from "../policy/load-policies.ts";
import type { Expression } from "../policy/expression.ts";
import type { Policy } from "../policy/policy.ts";
import { ledgerWith, NOW, viewer } from "../testing/chain.ts";
import { readMatrix } from "../testing/matrix/read-matrix.ts";
import { createDecider } from "./create-decider.ts";

const policies = loadPolicies();
const matrix = readMatrix().map((line) => ({ ...line, agreements: inForce(ledgerWith(line.terms), NOW) }));
const OUTCOME = { GRANTED: "Y", DENIED: "N", HIDDEN: "H" } as const;

/** What can be left out and shows nothing, since something else holds it: what that is. */
const HELD_OTHERWISE: Readonly<Record<string, string>> = {
  "F1-end-user without via contains company": "The permission asks for it, too.",
  "F2-other-buyers-price without isEmpty category": "Nothing permits what it would let through.",
  "F4-no-basis without grants contains DISCLOSURE": "Nothing permits what it would let through.",
  "F4-no-basis without authorities contains DATA_PROTECTION": "Nothing permits what it would let through.",
  "clause-joint-controller without grants contains JOINT_CONTROLLER": "F1-end-user forbids it.",
  "clause-joint-controller without via contains company": "F1-end-user forbids it.",
  "clause-logistics-cost-aggregate without 3 lessOrEqual group":
    "Such a grant counts for groups of three or more alone.",
  "clause-orders-aggregate without 3 lessOrEqual group":
    "Such a grant counts for groups of three or more alone.",
  "clause-prospect-aggregate without 3 lessOrEqual group":
    "Such a grant counts for groups of three or more alone.",
  "clause-resale-aggregate without 3 lessOrEqual group":
    "Such a grant counts for groups of three or more alone.",
  "data-protection-authority without kinds contains REGULATOR":
    "The ledger gives authorities and requests to regulators alone.",
  "disclosure without kinds contains REGULATOR":
    "The ledger gives authorities and requests to regulators alone.",
  "disclosure-of-commission without kinds contains REGULATOR":
    "The ledger gives authorities and requests to regulators alone.",
  "disclosure-of-identity without grants contains DISCLOSURE": "F1-end-user forbids it.",
  "disclosure-of-identity without kinds contains REGULATOR":
    "The ledger gives authorities and requests to regulators alone.",
  "facts-missing without a condition": "Held by a test of its own in matrix.test.ts.",
  "general-tariff without isEmpty buyer": "F2-other-buyers-price forbids it.",
  "opened-bid without a condition": "F3-sealed-bid forbids it.",
  "opened-bid without published": "F3-sealed-bid forbids it.",
  "opened-bid without buyer contains company": "F3-sealed-bid forbids it.",
  "public without a condition": "It has none.",
  "regulator-general-tariff without not isEmpty category": "F2-other-buyers-price forbids it.",
  "regulator-general-tariff without isEmpty buyer": "F2-other-buyers-price forbids it.",
  "tax-authority without kinds contains REGULATOR":
    "The ledger gives authorities and requests to regulators alone.",
};

/** Whether the matrix would tell that the policies are these: an answer differs, or the rule that it names is another. */
function isFound(changed: readonly Policy[]): boolean {
  const set = { ...policies, policies: changed, compiled: compilePolicies(changed) };
  return matrix.some(({ dataClass, viewer: name, facts, agreements, outcome, rule }) => {
    const decider = createDecider({ policies: set, agreements }, viewer(name));
    const { effect, because } = decider.decide(dataClass, facts);
    const named = rule === undefined || because.some((each) => each.rule === rule);
    return OUTCOME[effect] !== outcome || !named;
  });
}

/** What is left of a condition, and what was left out of it. */
type Rest = readonly [rest: Expression, left: Expression];

/** What somebody could leave out of a permission. */
function weaker(condition: Expression): Rest[] {
  return without(condition, { dropFrom: "and", inside: weaker, negated: stricter });
}

/** What somebody could leave out of a prohibition. */
function stricter(condition: Expression): Rest[] {
  return without(condition, { dropFrom: "or", inside: stricter, negated: weaker });
}

interface Leaving {
  readonly dropFrom: "and" | "or";
  readonly inside: (side: Expression) => Rest[];
  readonly negated: (side: Expression) => Rest[];
}

function without(condition: Expression, { dropFrom, inside, negated }: Leaving): Rest[] {
  if (condition.kind === "not") return negated(condition.of).map(([of, out]) => [{ ...condition, of }, out]);
  if (condition.kind !== "and" && condition.kind !== "or") return [];
  const { kind, left, right } = condition;
  const whole: Rest[] =
    kind === dropFrom
      ? [
          [left, right],
          [right, left],
        ]
      : [];
  return [
    ...whole,
    ...inside(left).map(([each, out]): Rest => [{ ...condition, left: each }, out]),
    ...inside(right).map(([each, out]): Rest => [{ ...condition, right: each }, out]),
  ];
}

/** Every policy with one thing left out so that more is shown, by what that is. */
function looser(policy: Policy): [what: string, policy: Policy][] {
  const { id, effect, condition } = policy;
  const permits = effect === "permit";
  const rests = permits ? weaker(condition) : stricter(condition);
  return [
    [`${id} without a condition`, { ...policy, condition: { kind: "value", value: permits } }],
    ...rests.map(([rest, out]): [string, Policy] => [
      `${id} without ${textOf(out)}`,
      { ...policy, condition: rest },
    ]),
  ];
}

function textOf(part: Expression): string {
  switch (part.kind) {
    case "value":
      return String(part.value);
    case "variable":
      return part.name;
    case "attribute":
      return part.name;
    case "not":
    case "isEmpty":
      return `${part.kind} ${textOf(part.of)}`;
    default:
      return `${textOf(part.left)} ${part.kind} ${textOf(part.right)}`;
  }
}

test("the matrix finds whatever is left out of a policy, save what something else holds as well", () => {
  const deciding = policies.policies.filter(({ actions }) => DATA_CLASSES.some((each) => actions.has(each)));
  const unfound = deciding.flatMap((policy) =>
    looser(policy)
      .filter(([, other]) => !isFound(policies.policies.map((each) => (each === policy ? other : each))))
      .map(([what]) => what),
  );
  expect(unfound).toEqual(Object.keys(HELD_OTHERWISE));
});
