import type { DataClass } from "../data-class.ts";
import type { ObjectDecisions } from "./create-decider.ts";
import type { Reason, Verdict } from "./verdict.ts";

/** Why a viewer sees a field of an object or not, in words for that viewer. */
export interface Explanation {
  /** The field, such as `Order.total`. */
  readonly coordinate: string;
  /** The class that decided. */
  readonly dataClass: DataClass;
  readonly effect: Verdict["effect"];
  /** The rule that decided, such as `F1-resale-price`. */
  readonly rule: string;
  readonly why: string;
  /** The agreement and clause that the rule turned on; the viewer's company is a party to it. */
  readonly agreement?: string;
  readonly clause?: string;
  /** What would grant it. */
  readonly missing: readonly string[];
}

const NOTHING: Reason = {
  rule: "not-found",
  why: "There is nothing here that you may know of.",
  sources: [],
};
const NO_GRANT: Reason = { rule: "no-grant", why: "No rule lets you read this.", sources: [] };

/**
 * Explains one decision. What is hidden gets the same words as what does not exist: any other answer would let a rival
 * test which objects there are.
 */
export function explain(
  decisions: ObjectDecisions,
  coordinate: string,
  classes: readonly DataClass[],
): Explanation {
  const verdict = decisions.ofAll(classes);
  const { effect, dataClass } = verdict;
  if (effect === "HIDDEN") return explainAbsence(coordinate, classes);
  const [reason = NO_GRANT] = verdict.because;
  const source = reason.sources.find((each) => each.kind === "clause");
  return {
    coordinate,
    dataClass,
    effect,
    rule: reason.rule,
    why: reason.why,
    ...(source && { agreement: source.agreement, clause: source.clause }),
    missing: verdict.visible ? [] : verdict.missing,
  };
}

/** Explains a field of an object that does not exist, or whose owner does not answer. */
export function explainAbsence(coordinate: string, classes: readonly DataClass[]): Explanation {
  // The class is part of the published schema; which one of several hid the object is not.
  const [dataClass = "PUBLIC"] = classes;
  const { rule, why } = NOTHING;
  return { coordinate, dataClass, effect: "HIDDEN", rule, why, missing: [] };
}
