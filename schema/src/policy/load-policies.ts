import {
  policySetTextToParts,
  policyToJson,
  schemaToJson,
  validate,
  type DetailedError,
  type PolicyJson,
} from "@cedar-policy/cedar-wasm/nodejs";
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

const NAMESPACE = "Maillon";

/**
 * Loads policies, the shipped ones unless told otherwise. Throws a `PolicyFault` that names the policy when a text
 * cannot be read, when the strict validator objects or even warns, when @id or @why is missing, and when a condition
 * needs an operator that the compiler does not know: a process with half of its policies must not start.
 */
export function loadPolicies(source: PolicySource = readPolicies()): PolicySet {
  const groups = actionGroups(source.schema);
  const texts = Object.entries(source.files).flatMap(([file, text]) => partsOf(file, text));
  const read = texts.map((text) => ({ text, policy: parsePolicy(jsonOf(text), groups) }));
  const sorted = read.toSorted((a, b) => (a.policy.id < b.policy.id ? -1 : 1));
  refuseRepeated(sorted.map(({ policy }) => policy.id));
  const byId = Object.fromEntries(sorted.map(({ text, policy }) => [policy.id, text]));
  refuseInvalid(source.schema, byId);
  const policies = sorted.map(({ policy }) => policy);
  return { policies, compiled: compilePolicies(policies), groups, texts: byId };
}

function partsOf(file: string, text: string): string[] {
  const parts = policySetTextToParts(text);
  if (parts.type === "failure") throw new PolicyFault(file, `cannot be read: ${messages(parts.errors)}`);
  if (parts.policy_templates.length > 0) throw new PolicyFault(file, "holds a template");
  return parts.policies;
}

function jsonOf(text: string): PolicyJson {
  const answer = policyToJson(text);
  if (answer.type === "failure") throw new PolicyFault(text, `cannot be read: ${messages(answer.errors)}`);
  return answer.json;
}

function refuseRepeated(ids: readonly string[]): void {
  const repeated = ids.find((id, place) => id === ids[place - 1]);
  if (repeated !== undefined) throw new PolicyFault(repeated, "shares its @id with another one");
}

function refuseInvalid(schema: string, texts: Readonly<Record<string, string>>): void {
  const answer = validate({
    schema,
    policies: { staticPolicies: { ...texts } },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") throw new PolicyFault("*", `cannot be read: ${messages(answer.errors)}`);
  const [problem] = [...answer.validationErrors, ...answer.validationWarnings];
  if (problem) throw new PolicyFault(problem.policyId, `is invalid: ${problem.error.message}`);
}

/** Every action with the groups it is a member of. */
function actionGroups(schema: string): ActionGroups {
  const answer = schemaToJson(schema);
  if (answer.type === "failure")
    throw new PolicyFault("schema", `cannot be read: ${messages(answer.errors)}`);
  const actions = Object.entries(answer.json[NAMESPACE]?.actions ?? {});
  return new Map(actions.map(([action, { memberOf }]) => [action, (memberOf ?? []).map(({ id }) => id)]));
}

function messages(errors: readonly DetailedError[]): string {
  return errors.map(({ message }) => message).join("; ");
}
