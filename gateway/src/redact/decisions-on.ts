import type { ObjectDecisions } from "@maillon/schema/policy";
import type { FieldRules } from "../filter/field-rules.ts";
import type { GatheredObject } from "../query/gathered.ts";
import { DecisionMemo } from "./decision-memo.ts";
import type { Sight } from "./sight.ts";

/** The decisions of one request on an object of a type. */
export function decisionsOn(
  object: GatheredObject,
  { type, rules, sight }: { readonly type: string; readonly rules: FieldRules; readonly sight: Sight },
): ObjectDecisions {
  let memo = sight.decided.get(type);
  if (!memo) sight.decided.set(type, (memo = new DecisionMemo(rules.factsOf(type), sight.decider)));
  return memo.on(object);
}
