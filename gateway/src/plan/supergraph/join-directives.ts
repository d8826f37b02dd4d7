import type {
  ConstDirectiveNode,
  DirectiveNode,
  DocumentNode,
  FieldDefinitionNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
  TypeNode,
} from "graphql";

/** A type whose fields subgraphs resolve. */
export type FieldedTypeNode = ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode;

/** The object and interface types of a supergraph. */
export function typeDefinitions(document: DocumentNode): FieldedTypeNode[] {
  return document.definitions.filter(
    (definition): definition is FieldedTypeNode =>
      definition.kind === "ObjectTypeDefinition" || definition.kind === "InterfaceTypeDefinition",
  );
}

/** The object and interface types of a supergraph, by their names. */
export function typesByName(document: DocumentNode): Map<string, FieldedTypeNode> {
  return new Map(typeDefinitions(document).map((type) => [type.name.value, type]));
}

/** The applications of one directive on a node, in order. */
export function directivesNamed(
  node: { readonly directives?: readonly ConstDirectiveNode[] | undefined },
  name: string,
): readonly ConstDirectiveNode[] {
  return node.directives?.filter((directive) => directive.name.value === name) ?? [];
}

/** The text of a directive's argument, for strings, enum values and booleans alike; undefined when it is not given. */
export function literalOf(directive: DirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value;
  if (value === undefined || !("value" in value)) return undefined;
  return String(value.value);
}

/** The name of a type without the lists and exclamation marks around it. */
export function namedTypeOf(type: TypeNode): string {
  return type.kind === "NamedType" ? type.name.value : namedTypeOf(type.type);
}

/** Whether a graph names a field without resolving it itself. */
export function isExternalIn(field: FieldDefinitionNode, graph: string): boolean {
  return directivesNamed(field, "join__field").some(
    (join) => literalOf(join, "graph") === graph && literalOf(join, "external") === "true",
  );
}
