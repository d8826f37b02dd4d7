import type { DocumentNode, SelectionSetNode } from "graphql";
import { readFieldSet } from "../selection/field-set.ts";
import { directivesNamed, literalOf, typeDefinitions } from "../supergraph/join-directives.ts";
import { type SubgraphKeys, readSubgraphKeys } from "../supergraph/subgraph-keys.ts";
import { subgraphNames } from "../supergraph/subgraph-names.ts";

/** What subgraphs must be told of an entity before they resolve its fields. */
export interface Requirements {
  readonly keys: SubgraphKeys;
  /** What a subgraph needs for one field, beside a key; undefined when a key is enough. */
  readonly requiredFor: (subgraph: string, type: string, field: string) => SelectionSetNode | undefined;
  /** Whether a subgraph names a field only to be told it: asked for it, it has no answer. */
  readonly isExternal: (subgraph: string, type: string, field: string) => boolean;
}

/** Reads from a supergraph's join directives what was `@requires` in the subgraphs. */
export function readRequirements(document: DocumentNode): Requirements {
  const graphs = subgraphNames(document);
  const fields = typeDefinitions(document).flatMap((type) =>
    (type.fields ?? []).map((field) => ({ type: type.name.value, field })),
  );
  const required = new Map<string, SelectionSetNode>();
  const external = new Set<string>();
  for (const { type, field } of fields)
    for (const join of directivesNamed(field, "join__field")) {
      const requires = literalOf(join, "requires");
      const subgraph = graphs.get(literalOf(join, "graph") ?? "")?.name ?? "";
      const place = `${subgraph} ${type}.${field.name.value}`;
      if (requires !== undefined) required.set(place, readFieldSet(requires));
      if (literalOf(join, "external") === "true") external.add(place);
    }
  return {
    keys: readSubgraphKeys(document),
    requiredFor: (subgraph, type, field) => required.get(`${subgraph} ${type}.${field}`),
    isExternal: (subgraph, type, field) => external.has(`${subgraph} ${type}.${field}`),
  };
}
