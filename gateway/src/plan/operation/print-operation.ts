import { Kind, type OperationTypeNode, print } from "graphql";
import type { PlannableOperation } from "../plan.ts";

/** The text of an operation. Planners in other processes get it, too: a parsed document would drag its source along. */
export function printOperation({ operation, variables, selections }: PlannableOperation): string {
  return print({
    kind: Kind.OPERATION_DEFINITION,
    operation: operation as OperationTypeNode,
    variableDefinitions: variables,
    selectionSet: selections,
  });
}
