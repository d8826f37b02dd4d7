import type { ConstDirectiveNode, DocumentNode } from "graphql";
import { readFieldSet } from "../selection/field-set.ts";
import { selectedFields } from "../selection/selected-fields.ts";
import { type FieldedTypeNode, isExternalIn, literalOf } from "../supergraph/join-directives.ts";

/**
 * Sorts the keys of one type in one graph, because the planner takes the first one that it can: keys that the
 * graph can give back, so that its answers can be held against what was asked, then those with external
 * fields, and last the keys that the graph cannot be entered by, which the planner would take too.
 */
export function putBestKeysFirst(document: DocumentNode): DocumentNode {
  return {
    ...document,
    definitions: document.definitions.map((definition) =>
      definition.kind === "ObjectTypeDefinition" || definition.kind === "InterfaceTypeDefinition"
        ? sortKeys(definition)
        : definition,
    ),
  };
}

function sortKeys(type: FieldedTypeNode): FieldedTypeNode {
  const directives = (type.directives ?? []).toSorted((a, b) => rank(a, type) - rank(b, type));
  return { ...type, directives };
}

function rank(directive: ConstDirectiveNode, type: FieldedTypeNode): number {
  const key = directive.name.value === "join__type" ? literalOf(directive, "key") : undefined;
  if (key === undefined) return 0;
  if (literalOf(directive, "resolvable") === "false") return 2;
  return hasExternal(key, type, literalOf(directive, "graph") ?? "") ? 1 : 0;
}

function hasExternal(key: string, type: FieldedTypeNode, graph: string): boolean {
  return selectedFields(readFieldSet(key)).some(({ field: { name } }) => {
    const field = type.fields?.find((each) => each.name.value === name.value);
    return field !== undefined && isExternalIn(field, graph);
  });
}
