import { type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";

/** Replaces every spread of a named fragment with the fragment's selections. */
export function inlineFragments(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): SelectionSetNode {
  const inline = (selection: SelectionNode): SelectionNode => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) {
      const fragment = fragments.get(selection.name.value);
      if (!fragment) throw new Error(`There is no fragment "${selection.name.value}"`);
      const { typeCondition, selectionSet } = fragment;
      return {
        kind: Kind.INLINE_FRAGMENT,
        typeCondition,
        ...(selection.directives && { directives: selection.directives }),
        selectionSet: inlineFragments(selectionSet, fragments),
      };
    }
    if (!selection.selectionSet) return selection;
    return { ...selection, selectionSet: inlineFragments(selection.selectionSet, fragments) };
  };
  return { ...set, selections: set.selections.map(inline) };
}
