import { compileExpression, type Evaluate } from "./compile-expression.ts";
import { flagOf, OPERATORS, type Operators } from "./operators.ts";
import { PolicyFault } from "./policy-fault.ts";
import { PRINCIPAL_TYPES, type Policy, type PrincipalType } from "./policy.ts";
import type { PolicyRequest } from "./request.ts";

/** What policies say to one question. */
export interface PolicyAnswer {
  readonly decision: "allow" | "deny";
  /** The forbids that apply, else the permits; none: no policy allows it. In the order of their ids. */
  readonly reasons: readonly Policy[];
  /** Whether evaluating failed. Cedar skips a forbid that fails, which would mean allow; here it means deny. */
  readonly failed: boolean;
}

/** Answers questions; 1 to 2 µs each. */
export interface CompiledPolicies {
  readonly answer: (request: PolicyRequest) => PolicyAnswer;
  /** The policies that can have a say on an action for a type of viewer. */
  readonly policiesOn: (action: string, principal: PrincipalType) => readonly Policy[];
}

interface Ready {
  readonly policy: Policy;
  readonly holds: Evaluate;
}

interface Ballot {
  readonly forbids: readonly Ready[];
  readonly permits: readonly Ready[];
}

const SILENT: Ballot = { forbids: [], permits: [] };
const NOBODY: PolicyAnswer = { decision: "deny", reasons: [], failed: false };
const FAILED: PolicyAnswer = { decision: "deny", reasons: [], failed: true };

/** Compiles policies into one lookup by action and type of viewer, and closures behind it. */
export function compilePolicies(
  policies: readonly Policy[],
  operators: Operators = OPERATORS,
): CompiledPolicies {
  const ready = policies.map((policy) => ({ policy, holds: compileOne(policy, operators) }));
  const ballots = new Map(PRINCIPAL_TYPES.map((type) => [type, ballotsFor(type, ready)]));
  const ballotOf = (action: string, type: PrincipalType) => ballots.get(type)?.get(action) ?? SILENT;
  return {
    answer: (request) => answer(ballotOf(request.action, request.principal.type), request),
    policiesOn: (action, type) => {
      const { forbids, permits } = ballotOf(action, type);
      return [...forbids, ...permits].map(({ policy }) => policy);
    },
  };
}

function compileOne(policy: Policy, operators: Operators): Evaluate {
  try {
    return compileExpression(policy.condition, operators);
  } catch (error) {
    if (error instanceof TypeError) throw new PolicyFault(policy.id, `cannot be compiled: ${error.message}`);
    throw error;
  }
}

function ballotsFor(type: PrincipalType, ready: readonly Ready[]): ReadonlyMap<string, Ballot> {
  const mine = ready.filter(({ policy }) => policy.principal === undefined || policy.principal === type);
  const actions = new Set(mine.flatMap(({ policy }) => [...policy.actions]));
  return new Map(
    [...actions].map((action) => {
      const here = mine.filter(({ policy }) => policy.actions.has(action));
      const forbids = here.filter(({ policy }) => policy.effect === "forbid");
      return [action, { forbids, permits: here.filter((each) => !forbids.includes(each)) }];
    }),
  );
}

function answer(ballot: Ballot, request: PolicyRequest): PolicyAnswer {
  try {
    const forbids = holding(ballot.forbids, request);
    if (forbids.length > 0) return { decision: "deny", reasons: forbids, failed: false };
    const permits = holding(ballot.permits, request);
    return permits.length > 0 ? { decision: "allow", reasons: permits, failed: false } : NOBODY;
  } catch (error) {
    if (error instanceof TypeError) return FAILED;
    throw error;
  }
}

function holding(ready: readonly Ready[], request: PolicyRequest): Policy[] {
  const found: Policy[] = [];
  for (const { policy, holds } of ready) if (flagOf(holds(request))) found.push(policy);
  return found;
}
