import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, print } from "graphql";
import { readFieldSet } from "../selection/field-set.ts";
import { selectedFields } from "../selection/selected-fields.ts";
import {
  type FieldedTypeNode,
  directivesNamed,
  isExternalIn,
  literalOf,
  namedTypeOf,
  typesByName,
} from "./join-directives.ts";
import { subgraphNames } from "./subgraph-names.ts";

/** How entities of the types of a supergraph are known to its subgraphs. */
export interface SubgraphKeys {
  /** Whether a subgraph has a type of this name. */
  readonly defines: (subgraph: string, type: string) => boolean;
  /** The keys by which a subgraph resolves entities of a type, those first that it can give back whole. */
  readonly keysOf: (subgraph: string, type: string) => readonly EntityKey[];
}

/** One key of an entity, as one subgraph knows it. */
export interface EntityKey {
  readonly fields: SelectionSetNode;
  /**
   * The part of the key that the subgraph can give back: a field that it marks `@external` it accepts in a
   * representation, but need not know. It may be empty, and then nothing in an answer tells which entity it is about.
   */
  readonly echoed: SelectionSetNode;
}

/** Reads the keys of all types from a supergraph's join directives. */
export function readSubgraphKeys(document: DocumentNode): SubgraphKeys {
  const graphs = subgraphNames(document);
  const types = typesByName(document);
  const keys = new Map<string, EntityKey[]>();
  for (const type of types.values()) {
    for (const join of directivesNamed(type, "join__type")) {
      const graph = literalOf(join, "graph") ?? "";
      const place = placeOf(graphs.get(graph)?.name ?? "", type.name.value);
      const known = keys.get(place) ?? [];
      const key = literalOf(join, "key");
      const resolvable = key !== undefined && literalOf(join, "resolvable") !== "false";
      keys.set(place, resolvable ? [...known, entityKey(key, { type, graph, types })] : known);
    }
  }
  for (const list of keys.values()) list.sort((a, b) => Number(isWhole(b)) - Number(isWhole(a)));
  return {
    defines: (subgraph, type) => keys.has(placeOf(subgraph, type)),
    keysOf: (subgraph, type) => keys.get(placeOf(subgraph, type)) ?? [],
  };
}

function placeOf(subgraph: string, type: string): string {
  return `${subgraph} ${type}`;
}

/** A graph's view of a type. */
interface View {
  readonly type: FieldedTypeNode | undefined;
  readonly graph: string;
  readonly types: ReadonlyMap<string, FieldedTypeNode>;
}

function entityKey(key: string, view: View): EntityKey {
  const fields = plainFields(readFieldSet(key));
  return { fields, echoed: ownedPart(fields, view) };
}

/**
 * The fields of a key alone. It may name its `__typename`, which each representation holds anyway, and put fragments
 * around its fields, which can only be on the type itself: no interface or union may be part of a key.
 */
function plainFields(set: SelectionSetNode): SelectionSetNode {
  const fields = selectedFields(set).map(({ field }) => field);
  return {
    ...set,
    selections: fields
      .filter(({ name }) => name.value !== "__typename")
      .map((field) => ({ ...field, selectionSet: field.selectionSet && plainFields(field.selectionSet) })),
  };
}

function isWhole({ fields, echoed }: EntityKey): boolean {
  return print(fields) === print(echoed);
}

/** What is left of a field set without the fields that the graph marks external, at any depth. */
function ownedPart(set: SelectionSetNode, view: View): SelectionSetNode {
  const selections = set.selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind !== Kind.FIELD) return [];
    const field = view.type?.fields?.find(({ name }) => name.value === selection.name.value);
    if (field && isExternalIn(field, view.graph)) return [];
    if (!selection.selectionSet) return [selection];
    const type = field && view.types.get(namedTypeOf(field.type));
    const inner = ownedPart(selection.selectionSet, { ...view, type });
    return inner.selections.length > 0 ? [{ ...selection, selectionSet: inner }] : [];
  });
  return { ...set, selections };
}
