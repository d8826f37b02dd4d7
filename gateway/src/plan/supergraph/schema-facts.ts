import { DATA_CLASS_READERS, isDataClass, SUBGRAPHS } from "@maillon/schema";
import { type FieldDefinitionNode, isObjectType, printSchema, valueFromASTUntyped } from "graphql";
import { answeringSubgraphs } from "./answering-subgraphs.ts";
import {
  directivesNamed,
  type FieldedTypeNode,
  literalOf,
  namedTypeOf,
  typeDefinitions,
} from "./join-directives.ts";
import { subgraphNames } from "./subgraph-names.ts";
import type { Supergraph } from "./supergraph.ts";

/** What a picture of the chain needs to know of the schema, and introspection does not tell. */
export interface SchemaFacts {
  /** What clients may ask for, as introspection would tell it, at a third of the size. */
  readonly sdl: string;
  /** Who may read each data class that protects a field, in words. */
  readonly classes: Readonly<Record<string, string>>;
  readonly subgraphs: readonly SubgraphFacts[];
  /** By type name. */
  readonly types: Readonly<Record<string, TypeFacts>>;
}

/** A subgraph and the company that runs it. */
export interface SubgraphFacts {
  readonly name: string;
  /** As it stands in the ids that the company issues; absent for a subgraph that the vocabulary does not know. */
  readonly operator?: string;
  /** `Organization.id` of that company, where the gateway has been told it. */
  readonly company?: string;
}

/** One type of the supergraph. */
export interface TypeFacts {
  /** Every field, by name; what the API leaves out is left out here. */
  readonly fields: Readonly<Record<string, FieldFacts>>;
  /** Whether companies refer to its objects by key, so that several can add to them. */
  readonly entity: boolean;
  /** The data classes that protect its objects as a whole. */
  readonly classes: readonly string[];
}

/** One field of a type. */
export interface FieldFacts {
  /** The subgraphs that answer it. */
  readonly subgraphs: readonly string[];
  /** Its data classes; empty when it is public. */
  readonly classes: readonly string[];
}

interface FactSources {
  /** `Organization.id` of each subgraph's company, by the name of the subgraph. */
  readonly operators: ReadonlyMap<string, string>;
  /** The name under which the gateway answers fields itself: no company's subgraph. */
  readonly own: string;
}

/** Reads the facts from a supergraph, for what clients may know of it alone. */
export function readSchemaFacts(
  { document, apiSchema }: Pick<Supergraph, "document" | "apiSchema">,
  { operators, own }: FactSources,
): SchemaFacts {
  const graphs = subgraphNames(document);
  const definitions = typeDefinitions(document);
  const typeClasses = new Map(definitions.map((type) => [type.name.value, classesOf(type)]));
  const types = definitions.flatMap((type) => {
    const known = apiSchema.getType(type.name.value);
    if (!isObjectType(known)) return [];
    const fields = (type.fields ?? []).filter(({ name }) => name.value in known.getFields());
    const facts = fields.map((field) => {
      // An object of a protected type is as protected as its field.
      const classes = [type.name.value, namedTypeOf(field.type)].flatMap(
        (name) => typeClasses.get(name) ?? [],
      );
      const all = [...new Set([...classes, ...classesOf(field)])];
      return [field.name.value, { subgraphs: answeringSubgraphs(field, type, graphs), classes: all }];
    });
    const entity = directivesNamed(type, "join__type").some((each) => literalOf(each, "key") !== undefined);
    const whole = typeClasses.get(type.name.value) ?? [];
    return [[type.name.value, { entity, classes: whole, fields: Object.fromEntries(facts) }]];
  });
  return {
    sdl: printSchema(apiSchema),
    classes: readersOf(definitions),
    subgraphs: [...graphs.values()]
      .filter(({ name }) => name !== own)
      .map(({ name }) => subgraphFacts(name, operators.get(name))),
    types: Object.fromEntries(types),
  };
}

function subgraphFacts(name: string, company: string | undefined): SubgraphFacts {
  const operator = Object.entries(SUBGRAPHS).find(([known]) => known === name)?.[1].operator;
  return { name, ...(operator !== undefined && { operator }), ...(company !== undefined && { company }) };
}

/** One sentence for each class in use: those that the descriptions of the contracts carry. */
function readersOf(types: readonly FieldedTypeNode[]): Readonly<Record<string, string>> {
  const used = new Set(types.flatMap((type) => [type, ...(type.fields ?? [])].flatMap(classesOf)));
  return Object.fromEntries([...used].filter(isDataClass).map((each) => [each, DATA_CLASS_READERS[each]]));
}

function classesOf(node: FieldDefinitionNode | FieldedTypeNode): string[] {
  return directivesNamed(node, "visible").flatMap((each) => {
    const argument = each.arguments?.find(({ name }) => name.value === "class");
    const value: unknown = argument && valueFromASTUntyped(argument.value);
    return [value].flat().filter((item): item is string => typeof item === "string" && item !== "PUBLIC");
  });
}
