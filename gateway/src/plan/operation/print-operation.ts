import { Kind, type OperationTypeNode, print } from "graphql";
import type { PlannableOperation } from "../plan.ts";

/** An operation as a planner in another process gets it: as text, because a parsed document drags its source along. */
export function printOperation({ operation, variables, selections }: PlannableOperation): string {
  return print({
    kind: Kind.OPERATION_DEFINITION,
    operation: operation as OperationTypeNode,
    variableDefinitions: variables,
    selectionSet: selections,
  });
}
