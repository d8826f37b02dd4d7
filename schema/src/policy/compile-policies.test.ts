import * as fc from "fast-check";
import { thingOf } from "../decision/thing-of.ts";
import { policyRequests } from "../testing/policy-requests.ts";
import { PROOF } from "../testing/proof.ts";
import { openCedarReference } from "./cedar-reference.ts";
import { compilePolicies, type CompiledPolicies } from "./compile-policies.ts";
import { loadPolicies } from "./load-policies.ts";
import { OPERATORS, type Operators } from "./operators.ts";
import type { PolicyRequest } from "./request.ts";

const QUESTIONS = 20_000 * PROOF.size;

const policies = loadPolicies();

const own = ({ answer }: CompiledPolicies, request: PolicyRequest) => {
  const { decision, reasons } = answer(request);
  return `${decision} ${reasons.map(({ id }) => id).join(" ")}`;
};

describe("compiled policies", () => {
  it("agree with Cedar's own implementation in decision and reasons", () => {
    const reference = openCedarReference(policies);
    const decided = new Set<string>();
    fc.assert(
      fc.property(policyRequests, (request) => {
        const expected = reference(request);
        for (const reason of expected.reasons) decided.add(reason);
        return own(policies.compiled, request) === `${expected.decision} ${expected.reasons.join(" ")}`;
      }),
      { numRuns: QUESTIONS, seed: PROOF.seed },
    );
    // Agreement says nothing about a policy that no question ever reached.
    expect([...decided].toSorted()).toEqual(policies.policies.map(({ id }) => id));
  });

  const { binary } = OPERATORS;
  it.each<[bug: string, operators: Operators]>([
    ["`==` that is always true", { ...OPERATORS, binary: { ...binary, equal: () => true } }],
    [
      "`contains` with its sides taken for each other's subset",
      { ...OPERATORS, binary: { ...binary, contains: (set) => !OPERATORS.isEmpty(set) } },
    ],
    [
      "`containsAny` that wants all",
      { ...OPERATORS, binary: { ...binary, containsAny: (left, right) => binary.containsAll(left, right) } },
    ],
    ["`<` that means `<=`", { ...OPERATORS, binary: { ...binary, less: binary.lessOrEqual } }],
    ["`<=` that means `<`", { ...OPERATORS, binary: { ...binary, lessOrEqual: binary.less } }],
    ["`!` that does nothing", { ...OPERATORS, not: (of) => of === true }],
    ["`isEmpty` that means the opposite", { ...OPERATORS, isEmpty: (of) => !OPERATORS.isEmpty(of) }],
  ])("are told from ones with a wrong %s", (_bug, operators) => {
    const reference = openCedarReference(policies);
    const wrong = compilePolicies(policies.policies, operators);
    const check = fc.check(
      fc.property(policyRequests, (request) => {
        const { decision, reasons } = reference(request);
        return own(wrong, request) === `${decision} ${reasons.join(" ")}`;
      }),
      { numRuns: 2_000, seed: 1, endOnFailure: true },
    );
    expect(check.failed).toBe(true);
  });

  it("deny when evaluating fails, where Cedar would skip a forbid", () => {
    const answer = policies.compiled.answer({
      principal: { type: "Employee", attributes: {} },
      action: "TRADE_CORE",
      resource: thingOf({ owner: ["org_a"], seller: ["org_a"] }),
      context: { grants: [], partner: false },
    });
    expect(answer).toEqual({ decision: "deny", reasons: [], failed: true });
  });
});
