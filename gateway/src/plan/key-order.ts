import type { ConstDirectiveNode, DocumentNode } from "graphql";
import { type FieldedTypeNode, literalOf } from "./join-directives.ts";

/**
 * Puts, among the keys of one type in one graph, the resolvable ones first: the planner takes the first key as the
 * way into a graph even when the graph says that it cannot be entered by it.
 */
export function putResolvableKeysFirst(document: DocumentNode): DocumentNode {
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
  const directives = (type.directives ?? []).toSorted((a, b) => rank(a) - rank(b));
  return { ...type, directives };
}

function rank(directive: ConstDirectiveNode): number {
  return directive.name.value === "join__type" && literalOf(directive, "resolvable") === "false" ? 1 : 0;
}
