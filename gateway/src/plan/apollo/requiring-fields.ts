import { type ConstDirectiveNode, type DocumentNode, visit } from "graphql";
import { RESERVED_PREFIX } from "../../reserved-names.ts";
import { readFieldSet } from "../selection/field-set.ts";
import { selectedFields } from "../selection/selected-fields.ts";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  typeDefinitions,
} from "../supergraph/join-directives.ts";

/**
 * A field that a graph resolves only when it is told more than a key. Graphs have their names of the enum
 * `join__Graph`.
 */
export interface RequiringField {
  readonly type: string;
  readonly field: string;
  readonly graph: string;
  /** The name of a graph that has no other such field. */
  readonly ownGraph: string;
  /** The key by which that graph is entered. */
  readonly key: ConstDirectiveNode;
  /**
   * The names of what it knows of the type beside this field: what the key is made of, and what is required, at
   * every depth, for a requirement may lead back to the type (`parent { tag }`).
   */
  readonly known: ReadonlySet<string>;
  /** What the graph names only in order to be told it for fields such as this one. */
  readonly told: ReadonlySet<string>;
}

/** Finds the fields with a `@requires` in a supergraph. */
export function requiringFields(document: DocumentNode): readonly RequiringField[] {
  const found: RequiringField[] = [];
  const provided = providedNames(document);
  for (const type of typeDefinitions(document))
    for (const { field, graph, requires } of requirementsOf(type)) {
      const keys = keysOf(type, graph);
      const key = keys.find((each) => literalOf(each, "resolvable") !== "false");
      if (!key) continue;
      const required = topFields(requires);
      const others = new Set([...keys.flatMap(fieldsOfKey), ...(provided.get(graph) ?? [])]);
      found.push({
        type: type.name.value,
        field,
        graph,
        ownGraph: `${RESERVED_PREFIX}_${graph}_${found.length}`,
        key,
        known: new Set([...fieldsOfKey(key), ...allFields(requires)]),
        told: new Set(required.filter((name) => !others.has(name))),
      });
    }
  return found;
}

interface Requirement {
  readonly field: string;
  readonly graph: string;
  readonly requires: string;
}

function requirementsOf(type: FieldedTypeNode): Requirement[] {
  return (type.fields ?? []).flatMap((field) =>
    directivesNamed(field, "join__field").flatMap((join) => {
      const [requires, graph] = [literalOf(join, "requires"), literalOf(join, "graph")];
      return requires === undefined || graph === undefined
        ? []
        : [{ field: field.name.value, graph, requires }];
    }),
  );
}

/** The keys that a graph has of a type, the best ones first. */
function keysOf(type: FieldedTypeNode, graph: string): readonly ConstDirectiveNode[] {
  return directivesNamed(type, "join__type").filter(
    (join) => literalOf(join, "graph") === graph && literalOf(join, "key") !== undefined,
  );
}

function fieldsOfKey(key: ConstDirectiveNode): string[] {
  return topFields(literalOf(key, "key") ?? "");
}

function topFields(fields: string): string[] {
  return selectedFields(readFieldSet(fields)).map(({ field }) => field.name.value);
}

/** The names in a set of fields at every depth. */
function allFields(fields: string): string[] {
  const names: string[] = [];
  visit(readFieldSet(fields), { Field: ({ name }) => void names.push(name.value) });
  return names;
}

/** All names in what the fields of a graph provide of others; a graph names those for a purpose of their own. */
function providedNames(document: DocumentNode): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  for (const type of typeDefinitions(document))
    for (const field of type.fields ?? [])
      for (const join of directivesNamed(field, "join__field")) {
        const graph = literalOf(join, "graph") ?? "";
        const provides = literalOf(join, "provides");
        names.set(graph, [...(names.get(graph) ?? []), ...(provides ? allFields(provides) : [])]);
      }
  return names;
}
