import type { CedarValueJson, EntityJson } from "@cedar-policy/cedar-wasm/nodejs";
import { cedar } from "./cedar.ts";
import type { Value } from "./expression.ts";
import type { PolicySet } from "./load-policies.ts";
import { PolicyFault } from "./policy-fault.ts";
import type { Attributes, PolicyRequest } from "./request.ts";

/** What the reference implementation says. */
export interface ReferenceAnswer {
  readonly decision: "allow" | "deny";
  /** The ids of the policies that decided, sorted. */
  readonly reasons: readonly string[];
}

// cedar-wasm keeps what it parsed for ever under its id, so that every new id would leak: two are used in turn.
const IDS = ["maillon-a", "maillon-b"] as const;
let turn: 0 | 1 = 0;

/** Cedar's own implementation, for tests and audits: about 240 µs a question, most of it marshalling. */
export function openCedarReference({
  texts,
  groups,
}: PolicySet): (request: PolicyRequest) => ReferenceAnswer {
  turn = turn === 0 ? 1 : 0;
  const id = IDS[turn];
  const parsed = cedar().preparsePolicySet(id, { staticPolicies: { ...texts } });
  if (parsed.type === "failure")
    throw new PolicyFault("*", `cannot be read: ${parsed.errors[0]?.message ?? ""}`);
  const actions = [...groups].map(([action, parents]) => ({
    uid: actionUid(action),
    attrs: {},
    parents: parents.map(actionUid),
  }));
  const byName = new Map(actions.map((each) => [each.uid.id, each]));
  return (request) => ask(id, request, byName.get(request.action));
}

function ask(
  id: string,
  { principal, action, resource, context }: PolicyRequest,
  actionEntity?: EntityJson,
): ReferenceAnswer {
  const viewer = { type: `Maillon::${principal.type}`, id: "viewer" };
  const thing = { type: "Maillon::Thing", id: "thing" };
  const answer = cedar().statefulIsAuthorized({
    principal: viewer,
    action: actionUid(action),
    resource: thing,
    context: recordOf(context),
    preparsedPolicySetId: id,
    entities: [
      { uid: viewer, attrs: recordOf(principal.attributes), parents: [] },
      { uid: thing, attrs: recordOf(resource), parents: [] },
      ...(actionEntity ? [actionEntity] : []),
    ],
  });
  if (answer.type === "failure")
    throw new Error(`Cedar: ${answer.errors.map((each) => each.message).join("; ")}`);
  const { decision, diagnostics } = answer.response;
  // Cedar skips a policy that fails; a forbid that is skipped would mean allow.
  return diagnostics.errors.length > 0
    ? { decision: "deny", reasons: [] }
    : { decision, reasons: diagnostics.reason.toSorted() };
}

function actionUid(id: string): { type: string; id: string } {
  return { type: "Maillon::Action", id };
}

// Which attributes name parties; in the compiled form an id stands for the party.
const PARTIES = new Set([
  "company",
  "customers",
  "owner",
  "seller",
  "buyer",
  "carrier",
  "via",
  "brand",
  "payer",
  "subject",
]);

function recordOf(attributes: Attributes): Record<string, CedarValueJson> {
  const entries = Object.entries(attributes);
  return Object.fromEntries(entries.map(([name, value]) => [name, jsonOf(value, PARTIES.has(name))]));
}

function jsonOf(value: Value, party: boolean): CedarValueJson {
  if (typeof value === "object") return value.map((each) => jsonOf(each, party));
  return party ? { __entity: { type: "Maillon::Party", id: String(value) } } : value;
}
