import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type TypeNode,
  visit,
} from "graphql";
import { FEDERATION, localNamesOf } from "../visibility/specification-links.ts";

/** What a contract shows to clients, by coordinate. */
export interface Surface {
  /** Types, fields, arguments, input fields and values of enums. */
  readonly coordinates: ReadonlySet<string>;
  /** Those that it hides, or lets only some clients use. */
  readonly withheld: ReadonlySet<string>;
  /** The fields of inputs and the values of enums that clients send, by type. */
  readonly sent: ReadonlyMap<string, readonly string[]>;
}

/** A node with a name, as far as coordinates are made of it. */
interface Part {
  readonly name: { readonly value: string };
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
  readonly fields?: readonly Part[] | undefined;
  readonly values?: readonly Part[] | undefined;
  readonly arguments?: readonly Part[] | undefined;
}

/** The directives of federation that composition takes over from any one contract. */
const WITHHOLDING = ["inaccessible", "authenticated", "requiresScopes", "policy"] as const;

/** Reads the surface of a contract; extensions of a type belong to it. */
export function surfaceOf(document: DocumentNode): Surface {
  const coordinates = new Set<string>();
  const withheld = new Set<string>();
  const sent = new Map<string, readonly string[]>();
  const withholding = new Set(WITHHOLDING.flatMap((each) => [...localNamesOf(document, FEDERATION, each)]));
  const isSent = sentTypes(document);
  const note = (coordinate: string, { directives = [] }: Part): void => {
    coordinates.add(coordinate);
    if (directives.some(({ name }) => withholding.has(name.value))) withheld.add(coordinate);
  };
  for (const type of document.definitions.filter(isType)) {
    const name = type.name.value;
    const members = [...(type.fields ?? []), ...(type.values ?? [])];
    note(name, type);
    for (const member of members) {
      const coordinate = `${name}.${member.name.value}`;
      note(coordinate, member);
      for (const each of member.arguments ?? []) note(`${coordinate}(${each.name.value}:)`, each);
    }
    if (isSent.has(name))
      sent.set(name, [...(sent.get(name) ?? []), ...members.map((each) => each.name.value)]);
  }
  return { coordinates, withheld, sent };
}

function isType(node: DefinitionNode): node is DefinitionNode & Part {
  const named = "name" in node && node.name !== undefined;
  return named && /Type(Definition|Extension)$/.test(node.kind);
}

/** The types of arguments and input fields. */
function sentTypes(document: DocumentNode): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, { InputValueDefinition: ({ type }) => void names.add(nameOf(type)) });
  return names;
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
