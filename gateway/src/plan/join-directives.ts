import type {
  ConstDirectiveNode,
  DirectiveNode,
  DocumentNode,
  InterfaceTypeDefinitionNode,
  ObjectTypeDefinitionNode,
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
