import { Kind, type SelectionSetNode } from "graphql";
import type { RequiredField } from "../plan.ts";
import { selectedFields } from "./selected-fields.ts";

/** Whether a representation of these fields holds all of a field set, such as a key. */
export function carriesFields(fields: readonly RequiredField[], set: SelectionSetNode): boolean {
  return set.selections.every((selection) => {
    if (selection.kind !== Kind.FIELD) return false;
    const same = fields.filter(({ name }) => name === selection.name.value);
    if (same.length === 0 || !selection.selectionSet) return same.length > 0;
    const inner = same.flatMap(({ of = [] }) => of.flatMap((each) => each.fields));
    return carriesFields(inner, selection.selectionSet);
  });
}

/** What is left of a representation's fields when only those in one of the field sets stay. */
export function onlyFields(
  fields: readonly RequiredField[],
  sets: readonly SelectionSetNode[],
): RequiredField[] {
  const wanted = sets.flatMap(flatFields);
  return fields.flatMap((field) => {
    // An object inside a representation may have to say what it is.
    if (field.name === "__typename") return [field];
    const same = wanted.filter(({ name }) => name.value === field.name);
    if (same.length === 0) return [];
    const inner = same.flatMap(({ selectionSet }) => selectionSet ?? []);
    const of = field.of?.map((each) => ({ ...each, fields: onlyFields(each.fields, inner) }));
    return [{ ...field, ...(of && { of }) }];
  });
}

/** The fields of a set whatever type they are asked of: a representation keeps that apart itself. */
function flatFields(set: SelectionSetNode) {
  return selectedFields(set).map(({ field }) => field);
}
