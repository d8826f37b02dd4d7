import { checkPolicies } from "./check-policies.ts";
import { readCheckedPolicies } from "./checked-policies.ts";
import { compilePolicies, type CompiledPolicies } from "./compile-policies.ts";
import { parsePolicy, type ActionGroups } from "./parse-policy.ts";
import { PolicyFault } from "./policy-fault.ts";
import type { Policy } from "./policy.ts";
import { readPolicies, type PolicySource } from "./read-policies.ts";

/** Policies that were validated and compiled: what every decision and predicate is made from. */
export interface PolicySet {
  /** In the order of their ids, as Cedar reports reasons. */
  readonly policies: readonly Policy[];
  readonly compiled: CompiledPolicies;
  /** Every action with the groups it is a member of. */
  readonly groups: ActionGroups;
  /** The Cedar text of each policy by its @id, for the reference implementation. */
  readonly texts: Readonly<Record<string, string>>;
}

/**
 * Loads policies, the shipped ones unless told otherwise. Throws a `PolicyFault` that names the policy when a text
 * cannot be read, when the strict validator objects or even warns, when @id or @why is missing, and when a condition
 * needs an operator that the compiler does not know: a process with half of its policies must not start.
 */
export function loadPolicies(source: PolicySource = readPolicies()): PolicySet {
  const checked = readCheckedPolicies(source) ?? checkPolicies(source);
  const groups = new Map(checked.groups);
  const read = checked.policies.map(({ text, json }) => ({ text, policy: parsePolicy(json, groups) }));
  const sorted = read.toSorted((a, b) => (a.policy.id < b.policy.id ? -1 : 1));
  const policies = sorted.map(({ policy }) => policy);
  refuseRepeated(policies.map(({ id }) => id));
  const texts = Object.fromEntries(sorted.map(({ text, policy }) => [policy.id, text]));
  return { policies, compiled: compilePolicies(policies), groups, texts };
}

function refuseRepeated(ids: readonly string[]): void {
  const repeated = ids.find((id, place) => id === ids[place - 1]);
  if (repeated !== undefined) throw new PolicyFault(repeated, "shares its @id with another one");
}
