import type { FieldRules } from "../filter/field-rules.ts";
import { DecisionMemo } from "./decision-memo.ts";
import type { Sight } from "./sight.ts";

/** The decisions on objects of a type for the viewer of a sight. */
export function decisionsOn(sight: Sight, type: string, rules: FieldRules): DecisionMemo {
  const { decided, decider, mattering } = sight;
  let memos = decided.get(rules);
  if (!memos) decided.set(rules, (memos = new Map()));
  let memo = memos.get(type);
  if (!memo) {
    const facts = rules.factsOf(type).filter(({ fact }) => mattering.has(fact));
    memos.set(type, (memo = new DecisionMemo(facts, decider)));
  }
  return memo;
}
