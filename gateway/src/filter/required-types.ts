import { type DocumentNode, Kind, type SelectionSetNode } from "graphql";
import { readFieldSet } from "../plan/selection/field-set.ts";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  namedTypeOf,
  typesByName,
} from "../plan/supergraph/join-directives.ts";

/** The types of the objects that go to subgraphs inside of others, because a `@requires` reaches into them. */
export function requiredTypes(document: DocumentNode): ReadonlySet<string> {
  const types = typesByName(document);
  const found = new Set<string>();
  for (const type of types.values())
    for (const required of requirementsOf(type)) reach(readFieldSet(required), type.name.value);
  return found;

  function reach(set: SelectionSetNode, from: string): void {
    for (const selection of set.selections) {
      if (!("selectionSet" in selection) || !selection.selectionSet) continue;
      const to =
        selection.kind === Kind.FIELD
          ? typeUnder(types.get(from), selection.name.value)
          : (selection.typeCondition?.name.value ?? from);
      found.add(to);
      reach(selection.selectionSet, to);
    }
  }
}

function requirementsOf({ fields = [] }: FieldedTypeNode): string[] {
  const joins = fields.flatMap((field) => directivesNamed(field, "join__field"));
  return joins.flatMap((join) => literalOf(join, "requires") ?? []);
}

function typeUnder(type: FieldedTypeNode | undefined, field: string): string {
  const definition = type?.fields?.find(({ name }) => name.value === field);
  return definition ? namedTypeOf(definition.type) : "";
}
