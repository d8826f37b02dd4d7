import type { ClauseSource } from "../agreement/grant.ts";
import type { DataClass } from "../data-class.ts";
import type { ObjectDecisions } from "./create-decider.ts";
import { lastWord } from "./keeper.ts";
import type { KeptBack, Reason, Verdict } from "./verdict.ts";

/** Why a viewer sees a field of an object or not, in words for that viewer. */
export interface Explanation extends ClauseWords {
  /** The field, such as `Order.total`. */
  readonly coordinate: string;
  /** The class that decided. */
  readonly dataClass: DataClass;
  /** BY_OBJECT: the field may be read, and each object behind it is decided on by itself. */
  readonly effect: (Verdict | KeptBack)["effect"] | "BY_OBJECT";
  /** The rule that decided, such as `F1-resale-price`. */
  readonly rule: string;
  readonly why: string;
  /** What would grant it. */
  readonly missing: readonly string[];
}

/** The clause that a rule turned on; the viewer's company is a party to its agreement. */
export interface ClauseWords {
  readonly agreement?: string;
  readonly version?: number;
  readonly clause?: string;
  /** What kind of clause it is. */
  readonly clauseType?: ClauseSource["type"];
}

const NOTHING: Reason = {
  rule: "not-found",
  why: "There is nothing here that you may know of.",
  sources: [],
};
const NO_GRANT: Reason = { rule: "no-grant", why: "No rule lets you read this.", sources: [] };

/** The decisions that an explanation is about. */
export interface Decided {
  readonly decisions: ObjectDecisions;
  /** Those of the company that keeps the object; without them the gateway's alone are explained. */
  readonly keeping?: ObjectDecisions | undefined;
}

/**
 * Explains one decision. What is hidden gets the same words as what does not exist: any other answer would let a rival
 * test which objects there are.
 */
export function explain(
  { decisions, keeping }: Decided,
  coordinate: string,
  classes: readonly DataClass[],
): Explanation {
  const verdict = lastWord(decisions, classes, keeping);
  const { effect, dataClass } = verdict;
  if (effect === "HIDDEN") return explainAbsence(coordinate, classes);
  const [reason = NO_GRANT] = verdict.because;
  return {
    coordinate,
    dataClass,
    effect,
    rule: reason.rule,
    why: reason.why,
    ...clauseOf(reason),
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

/** Explains a field that leads to many objects, which share its classes and not its facts. */
export function explainEach(coordinate: string, classes: readonly DataClass[]): Explanation {
  const [dataClass = "PUBLIC"] = classes;
  const why = "Each object here is decided on by itself; ask about a field of one, by its own id.";
  return { coordinate, dataClass, effect: "BY_OBJECT", rule: "decided-by-object", why, missing: [] };
}

function clauseOf({ sources }: Reason): ClauseWords {
  const source = sources.find((each) => each.kind === "clause");
  if (!source) return {};
  const { agreement, version, clause, type: clauseType } = source;
  return { agreement, version, clause, clauseType };
}
