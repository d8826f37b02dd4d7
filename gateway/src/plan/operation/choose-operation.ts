import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";
import { RefusedOperation } from "../refused-operation.ts";

/** The operation to run and the values of the variables that its `@skip` and `@include` read. */
export interface OperationChoice {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly conditions: Readonly<Record<string, boolean>>;
  /** Fields that are written, as whatever the viewer may know of them, but never asked of a subgraph. */
  readonly withheld?: ReadonlySet<FieldNode>;
}

/** The operation that a request names, or the only one of its document. */
export function chooseOperation(
  document: DocumentNode,
  operationName: string | undefined,
): Pick<OperationChoice, "definition" | "fragments"> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  // An empty name is one that no operation has.
  const [definition, ...others] =
    operationName === undefined ? operations : operations.filter(({ name }) => name?.value === operationName);
  if (!definition || others.length > 0)
    throw new RefusedOperation(
      "OPERATION_RESOLUTION_FAILURE",
      "The request does not name one of the document's operations",
    );
  return { definition, fragments };
}

/** The names of the variables that decide about `@skip` and `@include` anywhere in the document. */
export function conditionVariables(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  const visitSet = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      for (const { name, arguments: given } of selection.directives ?? []) {
        const value = given?.[0]?.value;
        if ((name.value === "skip" || name.value === "include") && value?.kind === Kind.VARIABLE)
          names.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD) visitSet(selection.selectionSet);
    }
  };
  for (const definition of document.definitions)
    if ("selectionSet" in definition) visitSet(definition.selectionSet);
  return [...names].toSorted();
}
