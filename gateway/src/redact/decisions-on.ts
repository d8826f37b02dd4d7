import type { FieldRules } from "../filter/field-rules.ts";
import { DecisionMemo } from "./decision-memo.ts";
import type { Sight } from "./sight.ts";

/** The decisions that one request makes on objects of a type. */
export function decisionsOn({ decided, decider }: Sight, type: string, rules: FieldRules): DecisionMemo {
  let memo = decided.get(type);
  if (!memo) decided.set(type, (memo = new DecisionMemo(rules.factsOf(type), decider)));
  return memo;
}
