import type { DataClass } from "../data-class.ts";
import type { Facts } from "../visibility/fact.ts";
import type { Viewer } from "../viewer.ts";
import { createDecider, type DecisionSources, type ObjectDecisions } from "./create-decider.ts";
import type { KeptBack, Verdict } from "./verdict.ts";

const UNKNOWN_TO_KEEPER = "an agreement to which the company that keeps this is a party, too";

/** What the company that keeps an object decides on it: it has the last word, and holds its own agreements alone. */
export function decisionsOfKeeper(
  { policies, agreements }: DecisionSources,
  viewer: Viewer,
  { keeper, facts }: { readonly keeper: string; readonly facts: Facts },
): ObjectDecisions {
  return createDecider({ policies, agreements: agreements?.heldBy(keeper) }, viewer).on(facts);
}

/** What a viewer reads in the end: what every agreement grants, unless the keeper does not know of it. */
export function lastWord(
  decisions: ObjectDecisions,
  classes: readonly DataClass[],
  keeping: ObjectDecisions | undefined,
): Verdict | KeptBack {
  const verdict = decisions.ofAll(classes);
  const dataClass = verdict.visible ? classes.find((each) => keeping?.of(each).visible === false) : undefined;
  if (dataClass === undefined) return verdict;
  const { because } = decisions.of(dataClass);
  return { visible: false, effect: "KEPT_BACK", dataClass, because, missing: [UNKNOWN_TO_KEEPER] };
}
