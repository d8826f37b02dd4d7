import { DATA_CLASS_READERS, isDataClass } from "@maillon/schema";
import { isObjectType, valueFromASTUntyped } from "graphql";
import type { ConstDirectiveNode, GraphQLSchema } from "graphql";

/** A type or field of a schema, with the directives of the class that it was made from. */
interface Described {
  description?: string | null | undefined;
  readonly astNode?: { readonly directives?: readonly ConstDirectiveNode[] | undefined } | null | undefined;
}

/**
 * Adds to the description of each protected type and field who may read it, generated from its data classes so that
 * no description can promise something else. Works on the schema given, which nobody else has seen yet.
 */
export function describeReaders(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    addReaders(type);
    for (const field of Object.values(type.getFields())) addReaders(field);
  }
  return schema;
}

function addReaders(described: Described): void {
  const sentences = protectingClasses(described).map(readersOf);
  if (sentences.length > 0) described.description = [described.description ?? "", ...sentences].join("\n\n");
}

/** The classes for whose sake not everybody may read it. */
export function protectingClasses({ astNode }: Pick<Described, "astNode">): string[] {
  const declared = (astNode?.directives ?? []).filter(({ name }) => name.value === "visible");
  return declared.flatMap(classesOf).filter((each) => each !== "PUBLIC");
}

function classesOf(directive: ConstDirectiveNode): string[] {
  const argument = directive.arguments?.find(({ name }) => name.value === "class");
  const value: unknown = argument && valueFromASTUntyped(argument.value);
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((each) => typeof each === "string");
}

/** An unknown class is left to the lint, which names the field. */
function readersOf(word: string): string {
  return isDataClass(word) ? `${word}: ${DATA_CLASS_READERS[word]}` : word;
}
