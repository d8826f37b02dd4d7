import { type DataClass, isDataClass } from "@maillon/schema";
import {
  type ClassesDeclaration,
  type FactName,
  type PartiesDeclaration,
  readDeclarations,
} from "@maillon/schema/visibility";
import { type DocumentNode, type FieldDefinitionNode, Kind } from "graphql";
import { readFieldSet } from "../plan/selection/field-set.ts";
import {
  type FieldedTypeNode,
  directivesNamed,
  literalOf,
  namedTypeOf,
  typeDefinitions,
} from "../plan/supergraph/join-directives.ts";

/** Where an object keeps a fact that decisions about it need. */
export interface FactPath {
  readonly fact: FactName;
  /** Fields from the object on, such as `["parties", "organization"]`. */
  readonly path: readonly string[];
}

/** The classes of which a viewer must be allowed every one; none at all means that nobody is. */
export type NeededClasses = readonly DataClass[];

/** What a type of the supergraph declares about who sees its objects. */
export interface TypeRules {
  readonly facts: readonly FactPath[];
  /** What a viewer needs to know that an object exists; undefined: nothing. */
  readonly object: NeededClasses | undefined;
  /** What a viewer needs to read a field, beside knowing of the object; undefined: nothing. */
  readonly field: (name: string) => NeededClasses | undefined;
  /** The fields by which subgraphs know an object. */
  readonly keys: readonly string[];
  /** The names of all fields. */
  readonly fields: ReadonlySet<string>;
  /** The subgraph that declares the facts, and so can tell them of any object. */
  readonly home: string | undefined;
}

/** The rules of all types that declare any, by name. */
export type VisibilityRules = ReadonlyMap<string, TypeRules>;

/**
 * Reads who sees what from a supergraph. Whatever is declared in a way that cannot be followed closes what it is about:
 * an unknown class, a field without a class on a type with parties, a fact that two companies place differently.
 */
export function readVisibilityRules(document: DocumentNode): VisibilityRules {
  const { classes, parties } = readDeclarations(document);
  const rules = new Map<string, TypeRules>();
  for (const node of typeDefinitions(document)) {
    const type = node.name.value;
    const declared = parties.get(type) ?? [];
    const own = (node.fields ?? []).map(({ name }) => classes.get(`${type}.${name.value}`));
    if (declared.length === 0 && !classes.has(type) && own.every((each) => each === undefined)) continue;
    rules.set(type, typeRules(node, { classes, declared }));
  }
  return rules;
}

interface Declared {
  readonly classes: ReadonlyMap<string, readonly ClassesDeclaration[]>;
  readonly declared: readonly PartiesDeclaration[];
}

function typeRules(node: FieldedTypeNode, { classes, declared }: Declared): TypeRules {
  const keys = keyFieldsOf(node);
  // The class of a type covers each of its fields.
  const closed = declared.length > 0 && !classes.has(node.name.value);
  const fields = new Map(
    (node.fields ?? []).map((field) => {
      const found = classes.get(`${node.name.value}.${field.name.value}`);
      const open = !closed || (keys.includes(field.name.value) && isId(field));
      return [field.name.value, found ? neededOf(found) : open ? undefined : []] as const;
    }),
  );
  const onType = classes.get(node.name.value);
  return {
    facts: factPaths(declared),
    object: onType && neededOf(onType),
    field: (name) => fields.get(name),
    keys,
    fields: new Set(fields.keys()),
    home: homeOf(declared),
  };
}

function neededOf(declarations: readonly ClassesDeclaration[]): NeededClasses | undefined {
  const words = [...new Set(declarations.flatMap(({ classes }) => classes))];
  const known = words.filter(isDataClass);
  if (known.length < words.length || words.length === 0) return [];
  const protecting = known.filter((each) => each !== "PUBLIC");
  return protecting.length > 0 ? protecting : undefined;
}

function factPaths(declared: readonly PartiesDeclaration[]): FactPath[] {
  const names = new Set(declared.flatMap(({ facts }) => [...facts.keys()]));
  const companies = new Set(declared.map(({ by }) => by)).size;
  return [...names].flatMap((fact) => {
    const places = declared.filter(({ facts }) => facts.has(fact));
    // Another company that places a fact elsewhere could make itself the owner, and one that adds a fact
    // could say that all is published: then nobody's word counts.
    const agreed = new Set(places.map(({ by }) => by)).size === companies;
    if (companies > 1 && (!agreed || new Set(places.map(placeOf(fact))).size > 1)) return [];
    return [...new Set(places.map(placeOf(fact)))].map((path) => ({ fact, path: path.split(".") }));
  });
}

/** Of two companies that say where a type has its parties, none is asked about its objects. */
function homeOf(declared: readonly PartiesDeclaration[]): string | undefined {
  const [home, another] = new Set(declared.map(({ by }) => by));
  return another === undefined ? home : undefined;
}

function placeOf(fact: FactName): (declaration: PartiesDeclaration) => string {
  return ({ facts }) => (facts.get(fact) ?? []).join(".");
}

function keyFieldsOf(node: FieldedTypeNode): string[] {
  const keys = directivesNamed(node, "join__type").flatMap((join) => literalOf(join, "key") ?? []);
  const names = keys.flatMap((key) =>
    readFieldSet(key).selections.flatMap((each) => (each.kind === Kind.FIELD ? [each.name.value] : [])),
  );
  return [...new Set(names)];
}

function isId({ type }: FieldDefinitionNode): boolean {
  return namedTypeOf(type) === "ID";
}
