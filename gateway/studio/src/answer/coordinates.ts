import {
  type DocumentNode,
  type FragmentDefinitionNode,
  getNamedType,
  type GraphQLNamedType,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
} from "graphql";
import type { Question } from "../gateway/ask.ts";
import { pathOf } from "./answer-path.ts";

interface Walk {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Filled while walking: coordinate by pattern. */
  readonly found: Map<string, string>;
}

interface Place {
  readonly type: GraphQLNamedType;
  readonly pattern: string;
}

/** Which `Type.field` stands at each place of an answer, by the path without list indices; aliases are seen through. */
export function coordinatesOf(
  schema: GraphQLSchema,
  { query, operationName }: Question,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const document = parseOrNothing(query);
  const operation = document && operationOf(document, operationName);
  const type = operation && schema.getRootType(operation.operation);
  if (!document || !type) return found;
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  walk(operation.selectionSet, { type, pattern: "" }, { schema, fragments, found });
  return found;
}

function walk(selectionSet: SelectionSetNode, { type, pattern }: Place, context: Walk): void {
  for (const selection of selectionSet.selections) {
    if (selection.kind === Kind.FIELD) {
      const field = fieldOf(type, selection.name.value);
      const place = pathOf(pattern, (selection.alias ?? selection.name).value);
      if (field) context.found.set(place, `${type.name}.${selection.name.value}`);
      if (field && selection.selectionSet)
        walk(selection.selectionSet, { type: getNamedType(field.type), pattern: place }, context);
    } else {
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition && context.schema.getType(fragment.typeCondition.name.value);
      if (fragment) walk(fragment.selectionSet, { type: condition ?? type, pattern }, context);
    }
  }
}

function fieldOf(type: GraphQLNamedType, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function operationOf(
  { definitions }: DocumentNode,
  name: string | undefined,
): OperationDefinitionNode | undefined {
  const operations = definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operations.find((each) => each.name?.value === name) ?? operations[0];
}

function parseOrNothing(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true });
  } catch {
    return undefined;
  }
}
