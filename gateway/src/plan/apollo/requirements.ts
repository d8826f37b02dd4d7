import type { DocumentNode, SelectionSetNode } from "graphql";
import { readFieldSet } from "../selection/field-set.ts";
import { directivesNamed, literalOf, namedTypeOf, typeDefinitions } from "../supergraph/join-directives.ts";
import { type SubgraphKeys, readSubgraphKeys } from "../supergraph/subgraph-keys.ts";
import { subgraphNames } from "../supergraph/subgraph-names.ts";

/** What subgraphs must be told of an entity before they resolve its fields. */
export interface Requirements {
  readonly keys: SubgraphKeys;
  /** What a subgraph needs for one field, beside a key; undefined when a key is enough. */
  readonly requiredFor: (subgraph: string, type: string, field: string) => SelectionSetNode | undefined;
  /** Whether a subgraph names a field only to be told it: asked for it, it has no answer. */
  readonly isExternal: (subgraph: string, type: string, field: string) => boolean;
  /** What a subgraph knows of the value of one field, though it marks it external elsewhere. */
  readonly providedBy: (subgraph: string, type: string, field: string) => SelectionSetNode | undefined;
  /** The type of a field's value, without lists; undefined for what the supergraph does not list. */
  readonly typeOf: (type: string, field: string) => string | undefined;
  /** Whether a type is one of objects, and no interface. */
  readonly isObject: (type: string) => boolean;
}

/** Reads from a supergraph's join directives what was `@requires`, `@external` and `@provides` in the subgraphs. */
export function readRequirements(document: DocumentNode): Requirements {
  const graphs = subgraphNames(document);
  const definitions = typeDefinitions(document);
  const fields = definitions.flatMap((type) =>
    (type.fields ?? []).map((field) => ({ type: type.name.value, field })),
  );
  const required = new Map<string, SelectionSetNode>();
  const provided = new Map<string, SelectionSetNode>();
  const external = new Set<string>();
  for (const { type, field } of fields)
    for (const join of directivesNamed(field, "join__field")) {
      const [requires, provides] = [literalOf(join, "requires"), literalOf(join, "provides")];
      const subgraph = graphs.get(literalOf(join, "graph") ?? "")?.name ?? "";
      const place = `${subgraph} ${type}.${field.name.value}`;
      if (requires !== undefined) required.set(place, readFieldSet(requires));
      if (provides !== undefined) provided.set(place, readFieldSet(provides));
      if (literalOf(join, "external") === "true") external.add(place);
    }
  const types = new Map(
    fields.map(({ type, field }) => [`${type}.${field.name.value}`, namedTypeOf(field.type)]),
  );
  const objects = new Set(
    definitions.filter(({ kind }) => kind === "ObjectTypeDefinition").map(({ name }) => name.value),
  );
  return {
    keys: readSubgraphKeys(document),
    requiredFor: (subgraph, type, field) => required.get(`${subgraph} ${type}.${field}`),
    isExternal: (subgraph, type, field) => external.has(`${subgraph} ${type}.${field}`),
    providedBy: (subgraph, type, field) => provided.get(`${subgraph} ${type}.${field}`),
    typeOf: (type, field) => types.get(`${type}.${field}`),
    isObject: (type) => objects.has(type),
  };
}
