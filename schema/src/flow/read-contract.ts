import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type FieldDefinitionNode,
  type InterfaceTypeDefinitionNode,
  type InterfaceTypeExtensionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  type TypeNode,
} from "graphql";
import { deniesArgument, textArgument, textsArgument } from "../visibility/directive-arguments.ts";
import { readDeclarations } from "../visibility/read-declarations.ts";
import { VISIBILITY_SPECIFICATION } from "../visibility/specification.ts";
import { FEDERATION, localNamesOf } from "../visibility/specification-links.ts";
import type { ContractField, ContractGraph, ContractType, ReturnedType } from "./contract-graph.ts";

/** What a company publishes, with the company's name. */
export interface OperatedContract {
  readonly name: string;
  readonly operator: string;
  readonly sdl: string;
}

type TypeDefinition =
  | ObjectTypeDefinitionNode
  | ObjectTypeExtensionNode
  | InterfaceTypeDefinitionNode
  | InterfaceTypeExtensionNode;
type Directed = { readonly directives?: readonly ConstDirectiveNode[] | undefined };
/** The directives of a node that mean one of federation's. */
type Find = (node: Directed, directive: string) => readonly ConstDirectiveNode[];

/** Takes a contract apart; directives are found under whatever name the contract imports them. */
export function readContract({ name, operator, sdl }: OperatedContract): ContractGraph {
  const document = parse(sdl);
  const declarations = readDeclarations(document);
  const federation = finderFor((directive) => localNamesOf(document, FEDERATION, directive));
  const visibility = finderFor((directive) =>
    localNamesOf(document, VISIBILITY_SPECIFICATION.identity, directive),
  );
  const classesOf = (coordinate: string) =>
    (declarations.classes.get(coordinate) ?? []).flatMap(({ classes }) => classes);
  const types = new Map<string, ContractType>();
  for (const node of document.definitions.filter(isTypeDefinition)) {
    const type = node.name.value;
    const fields = (node.fields ?? []).map((field) => {
      const coordinate = `${type}.${field.name.value}`;
      const found = fieldOf(field, federation);
      const reads = visibility(field, "reads").flatMap((each) => textsArgument(each, "fields"));
      return [field.name.value, { ...found, coordinate, classes: classesOf(coordinate), reads }] as const;
    });
    const known = types.get(type);
    types.set(type, {
      name: type,
      fields: new Map([...(known?.fields ?? []), ...fields]),
      interfaces: [...(known?.interfaces ?? []), ...(node.interfaces ?? []).map((each) => each.name.value)],
      keys: [...(known?.keys ?? []), ...federation(node, "key").map(keyOf)],
      classes: classesOf(type),
      parties: declarations.parties.get(type) ?? [],
      abstract: node.kind === Kind.INTERFACE_TYPE_DEFINITION || node.kind === Kind.INTERFACE_TYPE_EXTENSION,
      interfaceObject: known?.interfaceObject === true || federation(node, "interfaceObject").length > 0,
      contexts: [
        ...(known?.contexts ?? []),
        ...federation(node, "context").flatMap((each) => textsArgument(each, "name")),
      ],
    });
  }
  return { name, operator, document, types };
}

function finderFor(namesOf: (directive: string) => ReadonlySet<string>): Find {
  const known = new Map<string, ReadonlySet<string>>();
  return (node, directive) => {
    const names = known.get(directive) ?? namesOf(directive);
    known.set(directive, names);
    return (node.directives ?? []).filter(({ name }) => names.has(name.value));
  };
}

function isTypeDefinition(node: DefinitionNode): node is TypeDefinition {
  return (
    node.kind === Kind.OBJECT_TYPE_DEFINITION ||
    node.kind === Kind.OBJECT_TYPE_EXTENSION ||
    node.kind === Kind.INTERFACE_TYPE_DEFINITION ||
    node.kind === Kind.INTERFACE_TYPE_EXTENSION
  );
}

function fieldOf(
  node: FieldDefinitionNode,
  find: Find,
): Omit<ContractField, "coordinate" | "classes" | "reads"> {
  const text = (directive: string, argument: string) =>
    find(node, directive).map((each) => textArgument(each, argument))[0];
  return {
    node,
    returns: returnedBy(node.type),
    external: find(node, "external").length > 0,
    requires: text("requires", "fields"),
    provides: text("provides", "fields"),
    overrides: text("override", "from"),
    contextArguments: (node.arguments ?? []).flatMap((each) =>
      find(each, "fromContext").map((directive) => ({
        name: each.name.value,
        field: textArgument(directive, "field") ?? "",
      })),
    ),
  };
}

function keyOf(directive: ConstDirectiveNode) {
  return {
    fields: textArgument(directive, "fields") ?? "",
    resolvable: !deniesArgument(directive, "resolvable"),
  };
}

function returnedBy(type: TypeNode): ReturnedType {
  switch (type.kind) {
    case Kind.NON_NULL_TYPE:
      return { ...returnedBy(type.type), nonNull: true };
    case Kind.LIST_TYPE:
      return { ...returnedBy(type.type), list: true, nonNull: false };
    case Kind.NAMED_TYPE:
      return { name: type.name.value, list: false, nonNull: false };
  }
}
