import type { FieldRules } from "../filter/field-rules.ts";
import type { Access } from "./access.ts";
import { DecisionMemo } from "./decision-memo.ts";

/** The decisions on objects of a type for the viewer whose access it is. */
export function decisionsOn(access: Access, type: string, rules: FieldRules): DecisionMemo {
  const { decided, decider, mattering } = access;
  let memos = decided.get(rules);
  if (!memos) decided.set(rules, (memos = new Map()));
  let memo = memos.get(type);
  if (!memo) {
    const facts = rules.factsOf(type).filter(({ fact }) => mattering.has(fact));
    memos.set(type, (memo = new DecisionMemo(facts, decider)));
  }
  return memo;
}
