import type { FieldRules } from "../filter/field-rules.ts";
import { DecisionMemo } from "./decision-memo.ts";
import type { Sight } from "./sight.ts";

/** The decisions that one request makes on objects of a type. */
export function decisionsOn(sight: Sight, type: string, rules: FieldRules): DecisionMemo {
  const { decided, decider, mattering } = sight;
  let memo = decided.get(type);
  if (!memo) {
    const facts = rules.factsOf(type).filter(({ fact }) => mattering.has(fact));
    decided.set(type, (memo = new DecisionMemo(facts, decider)));
  }
  return memo;
}
