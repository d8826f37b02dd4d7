import type { DocumentNode } from "graphql";
import { directivesNamed, literalOf } from "./join-directives.ts";

/** A subgraph as its supergraph lists it. */
export interface NamedSubgraph {
  readonly name: string;
  readonly url: string;
}

/** The subgraphs by the name that join directives call them by (a value of the enum `join__Graph`). */
export function subgraphNames(document: DocumentNode): ReadonlyMap<string, NamedSubgraph> {
  const names = new Map<string, NamedSubgraph>();
  for (const definition of document.definitions) {
    if (definition.kind !== "EnumTypeDefinition" || definition.name.value !== "join__Graph") continue;
    for (const value of definition.values ?? []) {
      const [graph] = directivesNamed(value, "join__graph");
      if (!graph) continue;
      const name = literalOf(graph, "name") ?? value.name.value;
      names.set(value.name.value, { name, url: literalOf(graph, "url") ?? "" });
    }
  }
  return names;
}
