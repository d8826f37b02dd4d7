import type { DocumentNode, SelectionSetNode } from "graphql";
import { readFieldSet } from "./field-set.ts";
import { type FieldedTypeNode, directivesNamed, literalOf, typeDefinitions } from "./join-directives.ts";
import { subgraphNames } from "./subgraph-names.ts";

/** How entities of the types of a supergraph are known to its subgraphs. */
export interface SubgraphKeys {
  /** Whether a subgraph has a type of this name. */
  readonly defines: (subgraph: string, type: string) => boolean;
  /**
   * The keys under which a subgraph resolves entities of a type and can give them back. A key with a field that the
   * subgraph marks `@external` is left out: it accepts that key but need not know its values.
   */
  readonly keysOf: (subgraph: string, type: string) => readonly SelectionSetNode[];
}

/** Reads the keys of all types from a supergraph's join directives. */
export function readSubgraphKeys(document: DocumentNode): SubgraphKeys {
  const graphs = subgraphNames(document);
  const keys = new Map<string, SelectionSetNode[]>();
  for (const type of typeDefinitions(document)) {
    for (const join of directivesNamed(type, "join__type")) {
      const graph = literalOf(join, "graph") ?? "";
      const place = placeOf(graphs.get(graph)?.name ?? "", type.name.value);
      const known = keys.get(place) ?? [];
      const key = literalOf(join, "key");
      const resolvable = key !== undefined && literalOf(join, "resolvable") !== "false";
      const set = resolvable ? readFieldSet(key) : undefined;
      keys.set(place, set && !hasExternal(type, set, graph) ? [...known, set] : known);
    }
  }
  return {
    defines: (subgraph, type) => keys.has(placeOf(subgraph, type)),
    keysOf: (subgraph, type) => keys.get(placeOf(subgraph, type)) ?? [],
  };
}

function placeOf(subgraph: string, type: string): string {
  return `${subgraph} ${type}`;
}

function hasExternal(type: FieldedTypeNode, key: SelectionSetNode, graph: string): boolean {
  return key.selections.some((selection) => {
    if (selection.kind !== "Field") return true;
    const field = type.fields?.find(({ name }) => name.value === selection.name.value);
    return (
      field !== undefined &&
      directivesNamed(field, "join__field").some(
        (join) => literalOf(join, "graph") === graph && literalOf(join, "external") === "true",
      )
    );
  });
}
