import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  EnumTypeDefinitionNode,
  FieldDefinitionNode,
} from "graphql";
import { type FieldedTypeNode, directivesNamed, literalOf } from "../supergraph/join-directives.ts";
import { subgraphNames } from "../supergraph/subgraph-names.ts";
import { type RequiringField, requiringFields } from "./requiring-fields.ts";

/** A copy of a supergraph for a planner, and the way back from its plans. */
export interface IsolatedRequirements {
  readonly document: DocumentNode;
  /** The real subgraph behind a name in the copy. */
  readonly subgraphOf: (name: string) => string;
}

/**
 * Gives each field with a `@requires` a graph of its own, which is entered by one key and knows nothing else
 * of the type. Apollo's planner merges what a field requires into an earlier fetch of the same subgraph, even
 * if the subgraph computes that in turn from what it must be told: a chain of requirements that leads back to
 * where it began would be computed from nothing. Graphs of different names are never merged. Plans made with
 * this copy are right, but ask some subgraphs twice, so that it is for those operations only that need it.
 */
export function isolateRequirements(document: DocumentNode): IsolatedRequirements {
  const isolated = requiringFields(document);
  const graphs = subgraphNames(document);
  const names = new Map(isolated.map(({ graph, ownGraph }) => [ownGraph, graphs.get(graph)?.name ?? ""]));
  return {
    document: { ...document, definitions: document.definitions.map((each) => isolate(each, isolated)) },
    subgraphOf: (name) => names.get(name) ?? name,
  };
}

/** Nothing is asked of the new graphs but entities. */
const ROOTS: ReadonlySet<string> = new Set(["Query", "Mutation", "Subscription"]);

function isolate(definition: DefinitionNode, isolated: readonly RequiringField[]): DefinitionNode {
  switch (definition.kind) {
    case "EnumTypeDefinition": {
      if (definition.name.value === "join__Graph") return withGraphs(definition, isolated);
      const values = definition.values?.map((value) => withCopies(value, isolated));
      return { ...withCopies(definition, isolated), values };
    }
    case "InputObjectTypeDefinition": {
      const fields = definition.fields?.map((field) => withCopies(field, isolated));
      return { ...withCopies(definition, isolated), fields };
    }
    case "ScalarTypeDefinition":
    case "UnionTypeDefinition":
      return withCopies(definition, isolated);
    case "ObjectTypeDefinition":
    case "InterfaceTypeDefinition":
      return ROOTS.has(definition.name.value) ? definition : isolateType(definition, isolated);
    default:
      return definition;
  }
}

function withGraphs(
  graphs: EnumTypeDefinitionNode,
  isolated: readonly RequiringField[],
): EnumTypeDefinitionNode {
  const values = isolated.flatMap(({ graph, ownGraph }) =>
    (graphs.values ?? [])
      .filter(({ name }) => name.value === graph)
      .map((value) => ({
        ...value,
        name: { ...value.name, value: ownGraph },
        directives: value.directives?.map((directive) => withArgument(directive, "name", ownGraph)),
      })),
  );
  return { ...graphs, values: [...(graphs.values ?? []), ...values] };
}

/** The type as its graphs know it, and as the new ones do: only the field's own type is an entity there. */
function isolateType(type: FieldedTypeNode, isolated: readonly RequiringField[]): FieldedTypeNode {
  const joins = isolated.flatMap((each) =>
    each.type === type.name.value
      ? withArgument(each.key, "graph", each.ownGraph)
      : copiesFor(each, directivesNamed(type, "join__type").map(asValue)).slice(0, 1),
  );
  const interfaces = isolated.flatMap((each) => copiesFor(each, directivesNamed(type, "join__implements")));
  return {
    ...type,
    directives: [...(type.directives ?? []), ...joins, ...interfaces],
    fields: type.fields?.map((field) => isolateField(field, type, isolated)),
  };
}

function isolateField(
  field: FieldDefinitionNode,
  type: FieldedTypeNode,
  isolated: readonly RequiringField[],
): FieldDefinitionNode {
  const name = field.name.value;
  const own = isolated.filter((each) => each.type === type.name.value);
  const joins = joinsOf(field, own.length > 0 ? type : undefined);
  const added = isolated.flatMap((each) => {
    if (each.type !== type.name.value) return copiesFor(each, joins.filter(isPlain));
    if (each.field === name)
      return copiesFor(
        each,
        joins.filter((join) => !isPlain(join)),
      );
    return each.known.has(name) ? copiesFor(each, joins.filter(isPlain)) : [];
  });
  const kept = joins.filter((join) => {
    const graph = literalOf(join, "graph");
    const told = own.some((each) => each.graph === graph && each.told.has(name));
    return isPlain(join) && !(told && literalOf(join, "external") === "true");
  });
  const rest = field.directives?.filter((each) => each.name.value !== "join__field") ?? [];
  return { ...field, directives: [...rest, ...kept, ...added] };
}

/**
 * A field that says nothing is in all graphs of its type; of an entity it says so here, for the new graphs
 * have less.
 */
function joinsOf(
  field: FieldDefinitionNode,
  entity: FieldedTypeNode | undefined,
): readonly ConstDirectiveNode[] {
  const joins = directivesNamed(field, "join__field");
  if (joins.length > 0 || !entity) return joins;
  const graphs = new Map(
    directivesNamed(entity, "join__type").map((join) => [
      literalOf(join, "graph"),
      withArguments(join, /^graph$/),
    ]),
  );
  return [...graphs.values()].map((join) => ({ ...join, name: { ...join.name, value: "join__field" } }));
}

/** Whether a graph resolves the field without being told anything beside a key. */
function isPlain(join: ConstDirectiveNode): boolean {
  return literalOf(join, "requires") === undefined;
}

function withCopies<Node extends { readonly directives?: readonly ConstDirectiveNode[] | undefined }>(
  node: Node,
  isolated: readonly RequiringField[],
): Node {
  const directives = node.directives ?? [];
  return { ...node, directives: [...directives, ...isolated.flatMap((each) => copiesFor(each, directives))] };
}

/** What directives say of the field's graph, said of its own one. */
function copiesFor(
  { graph, ownGraph }: RequiringField,
  directives: readonly ConstDirectiveNode[],
): readonly ConstDirectiveNode[] {
  return directives
    .filter((directive) => literalOf(directive, "graph") === graph)
    .map((directive) => withArgument(directive, "graph", ownGraph));
}

/** Not to be entered. An interface object stays so, for Apollo's planner cannot have one that nothing leads to. */
function asValue(join: ConstDirectiveNode): ConstDirectiveNode {
  return literalOf(join, "isInterfaceObject") === "true"
    ? join
    : withArguments(join, /^(?!key$|resolvable$)/);
}

function withArguments(directive: ConstDirectiveNode, names: RegExp): ConstDirectiveNode {
  return { ...directive, arguments: directive.arguments?.filter(({ name }) => names.test(name.value)) };
}

/** The directive with another string or enum value for an argument. */
function withArgument(directive: ConstDirectiveNode, name: string, value: string): ConstDirectiveNode {
  const changed = directive.arguments?.map((argument) =>
    argument.name.value === name &&
    (argument.value.kind === "EnumValue" || argument.value.kind === "StringValue")
      ? { ...argument, value: { ...argument.value, value } }
      : argument,
  );
  return { ...directive, arguments: changed };
}
