import {
  Kind,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from "graphql";
import { textArgument, textsArgument } from "./directive-arguments.ts";
import { FACT_NAMES, type FactName } from "./fact.ts";
import { VISIBILITY_SPECIFICATION, type VisibilityDirective } from "./specification.ts";
import { localNamesOf } from "./specification-links.ts";

/** Where a type keeps its facts, as one subgraph declares it. */
export interface PartiesDeclaration {
  /** The subgraph that declares it, put in by composition; undefined in a contract. */
  readonly by: string | undefined;
  /** By fact: the path from the type to the field, such as `["parties", "organization"]`. */
  readonly facts: ReadonlyMap<FactName, readonly string[]>;
}

/** The classes of a field or type, as one subgraph declares them. */
export interface ClassesDeclaration {
  readonly by: string | undefined;
  readonly classes: readonly string[];
}

/** What a schema declares about who sees what. */
export interface VisibilityDeclarations {
  /** By type. */
  readonly parties: ReadonlyMap<string, readonly PartiesDeclaration[]>;
  /** By coordinate: `Order` for all fields of a type, `Order.total` for one. */
  readonly classes: ReadonlyMap<string, readonly ClassesDeclaration[]>;
}

/** Reads `@parties` and `@visible` from a contract or supergraph, under whatever name it imports them. */
export function readDeclarations(document: DocumentNode): VisibilityDeclarations {
  const parties = new Map<string, PartiesDeclaration[]>();
  const classes = new Map<string, ClassesDeclaration[]>();
  const named = finder(document);
  for (const node of document.definitions) {
    if (!isDeclaring(node)) continue;
    const type = node.name.value;
    append(parties, type, named(node, "parties").map(partiesOf));
    append(classes, type, named(node, "visible").map(classesOf));
    for (const field of node.fields ?? []) {
      append(classes, `${type}.${field.name.value}`, named(field, "visible").map(classesOf));
    }
  }
  return { parties, classes };
}

type DeclaringType =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;
type Declaring = DeclaringType | FieldDefinitionNode;

/** Interfaces count as well: what their fields declare binds whoever implements them. */
function isDeclaring(node: DefinitionNode): node is DeclaringType {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function finder(document: DocumentNode) {
  const names = new Map(
    VISIBILITY_SPECIFICATION.directives.map((each) => [
      each,
      localNamesOf(document, VISIBILITY_SPECIFICATION.identity, each),
    ]),
  );
  return (node: Declaring, directive: VisibilityDirective): ConstDirectiveNode[] =>
    (node.directives ?? []).filter(({ name }) => names.get(directive)?.has(name.value));
}

function partiesOf(directive: ConstDirectiveNode): PartiesDeclaration {
  const facts = FACT_NAMES.flatMap((name): [FactName, string[]][] => {
    const path = textArgument(directive, name);
    return path === undefined ? [] : [[name, path.split(".")]];
  });
  return { by: textArgument(directive, "by"), facts: new Map(facts) };
}

function classesOf(directive: ConstDirectiveNode): ClassesDeclaration {
  return { by: textArgument(directive, "by"), classes: textsArgument(directive, "class") };
}

function append<Item>(index: Map<string, Item[]>, key: string, items: readonly Item[]): void {
  if (items.length > 0) index.set(key, [...(index.get(key) ?? []), ...items]);
}
