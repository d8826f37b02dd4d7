import { Kind, type SelectionSetNode } from "graphql";
import type { OperationChoice } from "./operation/choose-operation.ts";

/**
 * What each selection of a new operation costs, as much as so many fields of answers. It takes a planner about
 * 0.1 ms: with the usual budget a company that sends nothing but new operations keeps about half of one planner busy,
 * and a front end may send a thousand different ones at once.
 */
const SELECTION = 400;
/** As many selections would take as long as there is to do for any operation, however small. */
const ALWAYS = 10;

/** What it costs to plan and compile an operation that is not known yet, as much as so many fields of answers. */
export function planningPrice({
  definition,
  fragments,
}: Pick<OperationChoice, "definition" | "fragments">): number {
  return SELECTION * (ALWAYS + selectionsOf(definition.selectionSet, fragments));
}

/** Fragments count wherever they are spread, as they are planned; an operation that was let in has bounds in that. */
function selectionsOf(set: SelectionSetNode, fragments: OperationChoice["fragments"]): number {
  let count = 0;
  for (const selection of set.selections) {
    const spread = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection;
    count += 1 + (spread?.selectionSet ? selectionsOf(spread.selectionSet, fragments) : 0);
  }
  return count;
}
