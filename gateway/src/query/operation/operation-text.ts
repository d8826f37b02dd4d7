import { type VariableDefinitionNode, stripIgnoredCharacters } from "graphql";
import { printOperation } from "../../plan/operation/print-operation.ts";
import type { PlannableOperation } from "../../plan/plan.ts";

/** Writes an operation as one line, without a name: what the client called it is nobody else's business. */
export function operationText(operation: PlannableOperation): string {
  return stripIgnoredCharacters(printOperation(operation));
}

/** The start of a request body up to, and without, the first variable. */
export function bodyStart(text: string): string {
  return `{"query":${JSON.stringify(text)},"variables":{`;
}

/**
 * Writes the values of the client's variables that a fetch uses, as members of a JSON object; those not given
 * are left out.
 */
export function variableMembers(
  definitions: readonly VariableDefinitionNode[],
): (values: Readonly<Record<string, unknown>>) => string[] {
  const names = [...new Set(definitions.map(({ variable }) => variable.name.value))];
  return (values) =>
    names.flatMap((name) =>
      values[name] === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(values[name])}`],
    );
}
