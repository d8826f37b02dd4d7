import { type SelectionSetNode, parse, print } from "graphql";

/** The selections that a field set such as `id organization { id }` stands for. */
export function readFieldSet(fields: string): SelectionSetNode {
  const [definition] = parse(`{${fields}}`, { noLocation: true }).definitions;
  if (definition?.kind !== "OperationDefinition") throw new Error(`"${fields}" is not a set of fields`);
  return definition.selectionSet;
}

/** The text of a field set: selections on one line, without the outer braces. */
export function printFieldSet(set: SelectionSetNode): string {
  return print(set).replaceAll(/\s+/g, " ").slice(1, -1).trim();
}
