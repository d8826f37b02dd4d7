import type { FieldDefinitionNode } from "graphql";
import { directivesNamed, type FieldedTypeNode, literalOf } from "./join-directives.ts";
import type { NamedSubgraph } from "./subgraph-names.ts";

/** The names of the subgraphs that answer a field themselves; `graphs` are those of `subgraphNames`. */
export function answeringSubgraphs(
  field: FieldDefinitionNode,
  type: FieldedTypeNode,
  graphs: ReadonlyMap<string, NamedSubgraph>,
): string[] {
  const joined = directivesNamed(field, "join__field").filter(
    (each) => literalOf(each, "external") !== "true",
  );
  // A field without @join__field is answered by every graph of its type.
  const answering = (joined.length > 0 ? joined : directivesNamed(type, "join__type")).map((each) =>
    literalOf(each, "graph"),
  );
  return [...new Set(answering)].flatMap((graph) => graphs.get(graph ?? "")?.name ?? []);
}
