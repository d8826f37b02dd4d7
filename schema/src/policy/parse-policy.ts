import type { EntityUidJson, PolicyJson, TypeAndId } from "@cedar-policy/cedar-wasm/nodejs";
import { negate, parseExpression, type Expression } from "./expression.ts";
import { PolicyFault } from "./policy-fault.ts";
import { PRINCIPAL_TYPES, type Policy, type PrincipalType } from "./policy.ts";

/** Every action of the Cedar schema with the groups it is a member of. */
export type ActionGroups = ReadonlyMap<string, readonly string[]>;

/** Takes one policy of Cedar's JSON format apart; throws a `PolicyFault` on whatever the compiler cannot carry out. */
export function parsePolicy(json: PolicyJson, groups: ActionGroups): Policy {
  const id = json.annotations?.["id"];
  if (!id) throw new PolicyFault(JSON.stringify(json), "has no @id");
  const why = json.annotations?.["why"];
  if (!why) throw new PolicyFault(id, "has no @why");
  if (json.resource.op !== "All") throw new PolicyFault(id, "names a resource: policies speak of classes");
  return {
    id,
    why,
    effect: json.effect,
    principal: principalOf(json, id),
    actions: actionsOf(json, groups),
    condition: conditionOf(json, id),
    grant: json.annotations?.["grant"],
    missing: json.annotations?.["missing"],
  };
}

function principalOf({ principal }: PolicyJson, id: string): PrincipalType | undefined {
  if (principal.op === "All") return undefined;
  const named = principal.op === "is" && !principal.in ? principal.entity_type : "";
  const type = PRINCIPAL_TYPES.find((each) => named === `Maillon::${each}`);
  if (type) return type;
  throw new PolicyFault(id, "names a single viewer: only the kind of a viewer may be asked for");
}

function actionsOf({ action }: PolicyJson, groups: ActionGroups): ReadonlySet<string> {
  const all = [...groups.keys()];
  if (action.op === "All") return new Set(all);
  const named = "slot" in action ? [] : uidsOf(action).map((each) => uidOf(each).id);
  // `==` means the action itself, `in` its group's members as well; a group itself is never asked for.
  const member = (each: string) =>
    named.includes(each) || (groups.get(each) ?? []).some((g) => named.includes(g));
  return new Set(all.filter((each) => (action.op === "==" ? named.includes(each) : member(each))));
}

function uidsOf(constraint: { entity: EntityUidJson } | { entities: EntityUidJson[] }): EntityUidJson[] {
  return "entity" in constraint ? [constraint.entity] : constraint.entities;
}

function uidOf(uid: EntityUidJson): TypeAndId {
  return "__entity" in uid ? uid.__entity : uid;
}

function conditionOf({ conditions }: PolicyJson, id: string): Expression {
  const parts = conditions.map(({ kind, body }) => {
    const expression = parseExpression(body, id);
    return kind === "when" ? expression : negate(expression);
  });
  const [first = { kind: "value", value: true } satisfies Expression, ...rest] = parts;
  return rest.reduce<Expression>((left, right) => ({ kind: "and", left, right }), first);
}
