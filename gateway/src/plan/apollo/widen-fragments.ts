import {
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from "graphql";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  namedTypeOf,
  typesByName,
} from "../supergraph/join-directives.ts";
import type { PlannableOperation } from "../plan.ts";
import { TYPENAME } from "../selection/selected-fields.ts";

/** Rewrites the selections of an operation on one supergraph. */
export type WidenFragments = (operation: PlannableOperation) => SelectionSetNode;

/**
 * Asks, where a subgraph answers an interface without knowing what implements it, for fields such as
 * `... on Laptop { headline }` of the interface instead of the type. When such a field has a `@requires`,
 * Apollo's planner needs one subgraph twice, first for the type and then for what is required, merges the two
 * into one that waits for itself, and never ends. Asked of the interface, both come in one fetch. What this
 * gathers of other types is never written: a fragment is written by type.
 */
export function widenFragments(document: DocumentNode): WidenFragments {
  const types = typesByName(document);
  if (![...types.values()].some(isInterfaceObjectSomewhere)) return ({ selections }) => selections;
  const widening = new Widening(types);
  const roots = rootTypes(document);
  return ({ operation, selections }) => widening.set(selections, { parent: roots.get(operation) ?? "" });
}

/** Where selections stand. */
interface Place {
  /** The type that the selections are made on. */
  readonly parent: string;
  /** The interface by which the subgraph that answers knows the objects, if it does not know their types. */
  readonly unknown?: string | undefined;
}

class Widening {
  private readonly types: ReadonlyMap<string, FieldedTypeNode>;

  constructor(types: ReadonlyMap<string, FieldedTypeNode>) {
    this.types = types;
  }

  set(selections: SelectionSetNode, place: Place): SelectionSetNode {
    const kept = selections.selections.flatMap((selection) => this.selection(selection, place));
    return { ...selections, selections: kept };
  }

  private selection(selection: SelectionNode, place: Place): SelectionNode[] {
    if (selection.kind === Kind.FIELD) return [this.field(selection, place)];
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [selection];
    const parent = selection.typeCondition?.name.value ?? place.parent;
    // What all objects here are: the planner has no way from an interface object to another interface.
    if (place.parent === place.unknown && this.implements(place.parent, parent))
      return this.set(selection.selectionSet, place).selections.filter((each) => this.mayBe(each, place));
    const inside = this.set(selection.selectionSet, { ...place, parent });
    const { unknown } = place;
    if (unknown === undefined || parent === unknown) return [{ ...selection, selectionSet: inside }];
    const [wide, narrow] = this.part(inside, parent, unknown);
    const fragments: SelectionNode[] = [];
    if (narrow.length > 0) fragments.push({ ...selection, selectionSet: { ...inside, selections: narrow } });
    // A fragment is written by type. Nobody else may ask for it: what is required may be known without the type.
    if (wide.length > 0) fragments.push(fragmentOn(unknown, [TYPENAME, ...wide]));
    return fragments;
  }

  /** What can be asked of the interface as well, and the rest. */
  private part({ selections }: SelectionSetNode, parent: string, unknown: string) {
    const wide = selections.filter((each) => this.isWide(each, parent, unknown));
    return [wide, selections.filter((each) => !wide.includes(each))] as const;
  }

  private isWide(selection: SelectionNode, parent: string, unknown: string): boolean {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value === unknown;
    if (selection.kind !== Kind.FIELD) return false;
    const general = this.fieldOf(unknown, selection.name.value);
    const own = this.fieldOf(parent, selection.name.value);
    if (!general || !own) return false;
    // A field that came to the type through the interface alone names no graph on the type.
    const inherited = directivesNamed(own, "join__field").every((join) => !literalOf(join, "graph"));
    return (
      inherited &&
      directivesNamed(general, "join__field").some((join) => literalOf(join, "requires") !== undefined)
    );
  }

  private field(field: FieldNode, { parent }: Place): FieldNode {
    const definition = field.selectionSet && this.fieldOf(parent, field.name.value);
    if (!field.selectionSet || !definition) return field;
    const inner = namedTypeOf(definition.type);
    const place = { parent: inner, unknown: this.isUnknown(parent, definition) ? inner : undefined };
    return { ...field, selectionSet: this.set(field.selectionSet, place) };
  }

  /** Whether a subgraph that answers the field knows the field's type as an interface object. */
  private isUnknown(parent: string, definition: FieldDefinitionNode): boolean {
    const inner = this.types.get(namedTypeOf(definition.type));
    const owner = this.types.get(parent);
    if (!inner || !owner) return false;
    const joined = directivesNamed(definition, "join__field").filter(
      (join) => literalOf(join, "external") !== "true",
    );
    // A field without @join__field is answered by every graph of its type.
    const answering = joined.length > 0 ? joined : directivesNamed(owner, "join__type");
    const graphs = new Set(answering.map((join) => literalOf(join, "graph")));
    return interfaceObjectGraphs(inner).some((graph) => graphs.has(graph));
  }

  /** Whether there may be objects of whatever a fragment asks: the type around it may have had others. */
  private mayBe(selection: SelectionNode, { parent }: Place): boolean {
    const name = selection.kind === Kind.INLINE_FRAGMENT ? selection.typeCondition?.name.value : undefined;
    const isObject = this.types.get(name ?? "")?.kind === Kind.OBJECT_TYPE_DEFINITION;
    return name === undefined || !isObject || this.implements(name, parent);
  }

  private implements(type: string, name: string): boolean {
    return this.types.get(type)?.interfaces?.some((each) => each.name.value === name) ?? false;
  }

  private fieldOf(type: string, name: string): FieldDefinitionNode | undefined {
    return this.types.get(type)?.fields?.find((field) => field.name.value === name);
  }
}

function fragmentOn(type: string, selections: readonly SelectionNode[]): SelectionNode {
  return {
    kind: Kind.INLINE_FRAGMENT,
    typeCondition: { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type } },
    selectionSet: { kind: Kind.SELECTION_SET, selections },
  };
}

function isInterfaceObjectSomewhere(type: FieldedTypeNode): boolean {
  return interfaceObjectGraphs(type).length > 0;
}

function interfaceObjectGraphs(type: FieldedTypeNode): (string | undefined)[] {
  return directivesNamed(type, "join__type")
    .filter((join) => literalOf(join, "isInterfaceObject") === "true")
    .map((join) => literalOf(join, "graph"));
}

function rootTypes(document: DocumentNode): ReadonlyMap<string, string> {
  const roots = document.definitions.flatMap((definition) =>
    definition.kind === Kind.SCHEMA_DEFINITION || definition.kind === Kind.SCHEMA_EXTENSION
      ? (definition.operationTypes ?? [])
      : [],
  );
  return new Map(roots.map(({ operation, type }) => [operation, type.name.value]));
}
