import type { DetailedError, PolicyJson } from "@cedar-policy/cedar-wasm/nodejs";
import { cedar } from "./cedar.ts";
import { PolicyFault } from "./policy-fault.ts";
import type { PolicySource } from "./read-policies.ts";

/** One policy that Cedar has read and found valid. */
export interface CheckedPolicy {
  readonly text: string;
  /** Cedar's JSON format. */
  readonly json: PolicyJson;
}

/** What Cedar says about policies that it has checked. */
export interface CheckedPolicies {
  /** Every action with the groups it is a member of. */
  readonly groups: readonly (readonly [action: string, groups: readonly string[]])[];
  readonly policies: readonly CheckedPolicy[];
}

const NAMESPACE = "Maillon";

/**
 * Lets Cedar read policies and check them against their schema. Throws a `PolicyFault` that names the policy when a
 * text cannot be read, and when the strict validator objects or even warns.
 */
export function checkPolicies({ schema, files }: PolicySource): CheckedPolicies {
  const groups = actionGroups(schema);
  const texts = Object.entries(files).flatMap(([file, text]) => partsOf(file, text));
  const policies = texts.map((text) => ({ text, json: jsonOf(text) }));
  refuseInvalid(schema, policies);
  return { groups, policies };
}

function partsOf(file: string, text: string): string[] {
  const parts = cedar().policySetTextToParts(text);
  if (parts.type === "failure") throw new PolicyFault(file, `cannot be read: ${messages(parts.errors)}`);
  if (parts.policy_templates.length > 0) throw new PolicyFault(file, "holds a template");
  return parts.policies;
}

function jsonOf(text: string): PolicyJson {
  const answer = cedar().policyToJson(text);
  if (answer.type === "failure") throw new PolicyFault(text, `cannot be read: ${messages(answer.errors)}`);
  return answer.json;
}

/** By their places: two that share an @id must both be looked at. */
function refuseInvalid(schema: string, policies: readonly CheckedPolicy[]): void {
  const byPlace = Object.fromEntries(policies.map(({ text }, place) => [String(place), text]));
  const answer = cedar().validate({
    schema,
    policies: { staticPolicies: byPlace },
    validationSettings: { mode: "strict" },
  });
  if (answer.type === "failure") throw new PolicyFault("*", `cannot be read: ${messages(answer.errors)}`);
  const [problem] = [...answer.validationErrors, ...answer.validationWarnings];
  if (!problem) return;
  const name = policies[Number(problem.policyId)]?.json.annotations?.["id"] ?? problem.policyId;
  throw new PolicyFault(name, `is invalid: ${problem.error.message}`);
}

/** Every action with the groups it is a member of. */
function actionGroups(schema: string): [action: string, groups: string[]][] {
  const answer = cedar().schemaToJson(schema);
  if (answer.type === "failure")
    throw new PolicyFault("schema", `cannot be read: ${messages(answer.errors)}`);
  const actions = Object.entries(answer.json[NAMESPACE]?.actions ?? {});
  return actions.map(([action, { memberOf }]) => [action, (memberOf ?? []).map(({ id }) => id)]);
}

function messages(errors: readonly DetailedError[]): string {
  return errors.map(({ message }) => message).join("; ");
}
