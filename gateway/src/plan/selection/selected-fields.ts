import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from "graphql";

/** A field and the type that the fragment around it names. */
export interface SelectedField {
  readonly type: string;
  readonly field: FieldNode;
}

/** Asks an object for its type. */
export const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: "__typename" } };

/** The fields that a set selects on an entity itself, through inline fragments, not those of their values. */
export function selectedFields(set: SelectionSetNode, type = ""): SelectedField[] {
  return set.selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [{ type, field: selection }];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    return selectedFields(selection.selectionSet, selection.typeCondition?.name.value ?? type);
  });
}

/** The set with only some of its own fields; fragments that hold none of them go. */
export function keepFields(set: SelectionSetNode, keep: (field: FieldNode) => boolean): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) return keep(selection) ? [selection] : [];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const selectionSet = keepFields(selection.selectionSet, keep);
    return selectionSet.selections.length > 0 ? [{ ...selection, selectionSet }] : [];
  });
  return { ...set, selections };
}
