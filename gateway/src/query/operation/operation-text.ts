import {
  type DocumentNode,
  Kind,
  type OperationTypeNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
  print,
  stripIgnoredCharacters,
} from "graphql";

/** Writes an operation as one line, without a name: what the client called it is nobody else's business. */
export function operationText(operation: {
  readonly kind: "query" | "mutation";
  readonly variables: readonly VariableDefinitionNode[];
  readonly selections: SelectionSetNode;
}): string {
  const document: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [
      {
        kind: Kind.OPERATION_DEFINITION,
        operation: operation.kind as OperationTypeNode,
        variableDefinitions: operation.variables,
        selectionSet: operation.selections,
      },
    ],
  };
  return stripIgnoredCharacters(print(document));
}

/** The start of a request body up to, and without, the first variable. */
export function bodyStart(text: string): string {
  return `{"query":${JSON.stringify(text)},"variables":{`;
}

/** Writes the values of the client's variables that a fetch uses, as members of a JSON object; those not given are left out. */
export function variableMembers(
  definitions: readonly VariableDefinitionNode[],
): (values: Readonly<Record<string, unknown>>) => string[] {
  const names = [...new Set(definitions.map(({ variable }) => variable.name.value))];
  return (values) =>
    names.flatMap((name) =>
      values[name] === undefined ? [] : [`${JSON.stringify(name)}:${JSON.stringify(values[name])}`],
    );
}
