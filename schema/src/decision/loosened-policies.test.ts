import { isDeepStrictEqual } from "node:util";
import { type AgreementsInForce, inForce } from "../agreement/agreements-in-force.ts";
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

type Line = (typeof matrix)[number];

/** What holds something beside the policies: a case in which it does not. */
const WITHOUT = {
  "the size of groups for which grants count": (line) => {
    const grantsTo: AgreementsInForce["grantsTo"] = (...asked) =>
      line.agreements.grantsTo(...asked).map((grant) => ({ ...grant, minimumGroup: 0 }));
    return { ...line, agreements: { ...line.agreements, grantsTo } };
  },
  // The ledger gives authorities and requests to regulators alone.
  "the regulator's kind": (line) => {
    const known = [...line.agreements.companies].map(
      ([id, profile]) => [id, { ...profile, kinds: [] }] as const,
    );
    return { ...line, agreements: { ...line.agreements, companies: new Map(known) } };
  },
  "an owner": (line) => ({ ...line, facts: { ...line.facts, owner: [] } }),
} as const satisfies Record<string, (line: Line) => Line>;

const GROUPS = "the size of groups for which grants count";
const REGULATOR = "the regulator's kind";

/** What can be left out alone and shows nothing, and what would have to be left out with it. */
const HELD_OTHERWISE: Readonly<Record<string, readonly string[]>> = {
  "clause-joint-controller without grants contains JOINT_CONTROLLER": ["F1-end-user without a condition"],
  "clause-joint-controller without via contains company": ["F1-end-user without via contains company"],
  "clause-logistics-cost-aggregate without 3 lessOrEqual group": [GROUPS],
  "clause-orders-aggregate without 3 lessOrEqual group": [GROUPS],
  "clause-prospect-aggregate without 3 lessOrEqual group": [GROUPS],
  "clause-resale-aggregate without 3 lessOrEqual group": [GROUPS, "F1-resale-price without a condition"],
  "data-protection-authority without kinds contains REGULATOR": [REGULATOR],
  "disclosure without kinds contains REGULATOR": [REGULATOR],
  "disclosure-of-commission without kinds contains REGULATOR": [REGULATOR],
  "disclosure-of-identity without grants contains DISCLOSURE": ["F1-end-user without a condition"],
  "disclosure-of-identity without kinds contains REGULATOR": [REGULATOR],
  "facts-missing without a condition": ["an owner"],
  "general-tariff without isEmpty buyer": ["F2-other-buyers-price without not isEmpty buyer"],
  "opened-bid without a condition": ["F3-sealed-bid without a condition"],
  "opened-bid without published": ["F3-sealed-bid without published"],
  "opened-bid without buyer contains company": ["F3-sealed-bid without buyer contains company"],
  "regulator-general-tariff without not isEmpty category": ["F2-other-buyers-price without isEmpty category"],
  "regulator-general-tariff without isEmpty buyer": ["F2-other-buyers-price without not isEmpty buyer"],
  "tax-authority without kinds contains REGULATOR": [REGULATOR],
};

/** What every case comes to by these policies. */
function answersBy(changed: readonly Policy[], lines: readonly Line[]) {
  const set = { ...policies, policies: changed, compiled: compilePolicies(changed) };
  return lines.map(({ dataClass, viewer: name, facts, agreements }) =>
    createDecider({ policies: set, agreements }, viewer(name)).decide(dataClass, facts),
  );
}

/** Whether the matrix would tell that the policies are these: an answer differs, or the rule that it names is another. */
function isFound(changed: readonly Policy[]): boolean {
  const answers = answersBy(changed, matrix);
  return matrix.some(({ outcome, rule }, place) => {
    const { effect, because = [] } = answers[place] ?? {};
    const named = rule === undefined || because.some((each) => each.rule === rule);
    return effect === undefined || OUTCOME[effect] !== outcome || !named;
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

const deciding = policies.policies.filter(({ actions }) => DATA_CLASSES.some((each) => actions.has(each)));

/** Every policy that somebody could loosen, by what is left out, with what it comes to; one that asks nothing cannot be. */
const LOOSENED = new Map(
  deciding.flatMap((policy) =>
    looser(policy)
      .filter(([, { condition }]) => !isDeepStrictEqual(condition, policy.condition))
      .map(([what, to]) => [what, { policy, to }] as const),
  ),
);

/** All policies, with what is named left out. */
function leavingOut(names: readonly string[]): readonly Policy[] {
  const loosened = names.flatMap((name) => LOOSENED.get(name) ?? []);
  return policies.policies.map((each) => loosened.find(({ policy }) => policy === each)?.to ?? each);
}

test("the matrix finds whatever is left out of a policy, save what something else holds as well", () => {
  const unfound = [...LOOSENED.keys()].filter((what) => !isFound(leavingOut([what])));
  expect(unfound).toEqual(Object.keys(HELD_OTHERWISE));
});

test.each(Object.entries(HELD_OTHERWISE))("%s would show, were it not for %j", (what, others) => {
  const guards = Object.entries(WITHOUT).filter(([name]) => others.includes(name));
  const lines = matrix.map((line) => guards.reduce((each: Line, [, takeOut]) => takeOut(each), line));
  expect(others.filter((each) => !LOOSENED.has(each) && !(each in WITHOUT))).toEqual([]);
  const seen = (names: readonly string[]) =>
    answersBy(leavingOut(names), lines).map(({ visible }) => visible);
  expect(seen([what, ...others])).not.toEqual(seen(others));
});
