import { type FieldNode, type GraphQLSchema, Kind, type SelectionSetNode } from "graphql";
import { typeMatches } from "./type-match.ts";

/** The fields that selection sets without named fragments select on objects of one type, by response key, in order. */
export function fieldsByKey(
  schema: GraphQLSchema,
  sets: readonly SelectionSetNode[],
  type: string,
): ReadonlyMap<string, readonly FieldNode[]> {
  const fields = new Map<string, FieldNode[]>();
  for (const set of sets) collect(set);
  return fields;

  function collect({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = (selection.alias ?? selection.name).value;
        fields.set(key, [...(fields.get(key) ?? []), selection]);
      } else if (
        selection.kind === Kind.INLINE_FRAGMENT &&
        typeMatches(schema, type, selection.typeCondition?.name.value)
      )
        collect(selection.selectionSet);
    }
  }
}
