import { linksOf, localNamesOf } from "@maillon/schema/visibility";
import { type DirectiveNode, type DocumentNode, Kind, valueFromASTUntyped, visit } from "graphql";
import { namedTypeOf } from "../plan/supergraph/join-directives.ts";

/** What the standard directives `@authenticated`, `@requiresScopes` and `@policy` demand, in words of ours. */
export interface Restrictions {
  /** Every requirement that the schema makes anywhere. */
  readonly all: readonly Requirement[];
  /** What must be met to select a field of a type, by an object or interface. */
  readonly on: (type: string, field: string) => readonly Requirement[];
}

/** One requirement. */
export interface Requirement {
  /** Equal for equal requirements. */
  readonly text: string;
  readonly kind: "authenticated" | "requiresScopes" | "policy";
  /** One of these lists must be met completely. */
  readonly anyOf: readonly (readonly string[])[];
}

const IDENTITY = "https://specs.apollo.dev/";
const KINDS = ["authenticated", "requiresScopes", "policy"] as const;
const LIST_ARGUMENTS = { authenticated: undefined, requiresScopes: "scopes", policy: "policies" } as const;

/**
 * Takes the standard directives out of a supergraph, for the planner refuses schemas that demand security of
 * it. They are found by the identity of their specification, whatever a schema calls them.
 */
export function takeRestrictions(document: DocumentNode): {
  readonly document: DocumentNode;
  readonly restrictions: Restrictions;
} {
  const names = new Map(
    KINDS.flatMap((kind) => namesOf(document, kind).map((name) => [name, kind] as const)),
  );
  const restrictions = names.size === 0 ? NONE : readRestrictions(document, names);
  return { document: names.size === 0 ? document : without(document, names), restrictions };
}

const NONE: Restrictions = { all: [], on: () => [] };

type Names = ReadonlyMap<string, (typeof KINDS)[number]>;

/** A specification's only directive has the specification's own name, or what the link calls that. */
function namesOf(document: DocumentNode, kind: (typeof KINDS)[number]): string[] {
  const identity = IDENTITY + kind;
  const spaces = linksOf(document)
    .filter((link) => link.identity === identity)
    .map(({ namespace }) => namespace);
  return [...new Set([...localNamesOf(document, identity, kind), ...spaces])];
}

function readRestrictions(document: DocumentNode, names: Names): Restrictions {
  const onName = new Map<string, Requirement[]>();
  const returned = new Map<string, string>();
  const interfaces = new Map<string, readonly string[]>();
  for (const node of document.definitions) {
    if (!("name" in node) || !node.name || !("directives" in node)) continue;
    const type = node.name.value;
    onName.set(type, requirementsOf(node, names));
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    interfaces.set(
      type,
      (node.interfaces ?? []).map(({ name }) => name.value),
    );
    for (const field of node.fields ?? []) {
      const coordinate = `${type}.${field.name.value}`;
      onName.set(coordinate, requirementsOf(field, names));
      returned.set(coordinate, namedTypeOf(field.type));
    }
  }
  const on = (type: string, field: string): Requirement[] =>
    [type, ...(interfaces.get(type) ?? [])].flatMap((each) => {
      const coordinate = `${each}.${field}`;
      const result = returned.get(coordinate);
      if (result === undefined) return each === type ? (onName.get(type) ?? []) : [];
      return [each, coordinate, result].flatMap((name) => onName.get(name) ?? []);
    });
  return { all: [...onName.values()].flat(), on };
}

function requirementsOf(
  { directives = [] }: { readonly directives?: readonly DirectiveNode[] | undefined },
  names: Names,
): Requirement[] {
  return directives.flatMap((directive) => {
    const kind = names.get(directive.name.value);
    return kind ? [requirementOf(directive, kind)] : [];
  });
}

function requirementOf(directive: DirectiveNode, kind: Requirement["kind"]): Requirement {
  const argument = directive.arguments?.find(({ name }) => name.value === LIST_ARGUMENTS[kind]);
  const value: unknown = argument && valueFromASTUntyped(argument.value);
  const anyOf = Array.isArray(value) ? value.map((each: unknown) => [each].flat().map(String)) : [];
  return { kind, anyOf, text: `${kind}${JSON.stringify(anyOf)}` };
}

function without(document: DocumentNode, names: Names): DocumentNode {
  const belongs = (name: string) =>
    names.has(name) || [...names.keys()].some((each) => name.startsWith(`${each}__`));
  return visit(document, {
    DirectiveDefinition: ({ name }) => (belongs(name.value) ? null : undefined),
    ScalarTypeDefinition: ({ name }) => (belongs(name.value) ? null : undefined),
    Directive: (node) => (names.has(node.name.value) || linksSecurity(node) ? null : undefined),
  });
}

function linksSecurity({ arguments: given = [] }: Pick<DirectiveNode, "arguments">) {
  const url = given.find(({ name }) => name.value === "url")?.value;
  return url?.kind === Kind.STRING && KINDS.some((kind) => url.value.startsWith(`${IDENTITY}${kind}/`));
}
