import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from "graphql";
import { RESERVED_PREFIX } from "../reserved-names.ts";
import type { FactPath } from "./visibility-rules.ts";

/** What reserved aliases of facts begin with; fields under them are gathered and never written. */
const ALIAS = `${RESERVED_PREFIX}f`;

/**
 * Selects what decisions about objects of a type need, under reserved aliases. A fact that the schema does
 * not offer is left out; a missing fact never allows anything.
 */
export function factSelections(type: GraphQLObjectType, facts: readonly FactPath[]): readonly FieldNode[] {
  return facts.flatMap(({ path }, index) => selectPath(type, path, `${ALIAS}${index}`));
}

/** Selects the name of an object's type, for decisions that the schema alone does not tell it. */
export const typeSelection: FieldNode = fieldNode("__typename", `${ALIAS}_type`);

/** Selects fields of the objects of one type, where objects of others may be too. */
export function fragmentOn(
  { name }: GraphQLObjectType,
  selections: readonly FieldNode[],
): InlineFragmentNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: name } },
    selectionSet: setOf(selections),
  };
}

function selectPath(type: GraphQLCompositeType, path: readonly string[], alias?: string): FieldNode[] {
  const [name = "", ...rest] = path;
  const field = isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
  if (!field || field.args.some(isRequiredArgument)) return [];
  const result = getNamedType(field.type);
  if (isLeafType(result)) return rest.length === 0 ? [fieldNode(name, alias)] : [];
  // Companies and customers stand for their ids.
  const inner = isCompositeType(result) ? selectPath(result, rest.length === 0 ? ["id"] : rest) : [];
  return inner.length === 0 ? [] : [fieldNode(name, alias, setOf(inner))];
}

function fieldNode(name: string, alias: string | undefined, selectionSet?: SelectionSetNode): FieldNode {
  return {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: name },
    ...(alias !== undefined && { alias: { kind: Kind.NAME, value: alias } }),
    ...(selectionSet && { selectionSet }),
  };
}

function setOf(selections: readonly FieldNode[]): SelectionSetNode {
  return { kind: Kind.SELECTION_SET, selections };
}
