import type { EntityClass } from "@mikro-orm/core";
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
} from "graphql";
import { getMetadataStorage } from "type-graphql";
import { rowRuleOf } from "../database/row-rule.ts";
import { propertiesOf } from "../mask/mapped-entities.ts";
import type { Subgraph } from "../subgraph.ts";
import { schemaOfClasses } from "./build-schema.ts";

/**
 * What types, fields, arguments and enum values lack that their readers need: a description, a value, the
 * table of their type. Each fault says what to write.
 */
export function fieldFaults(subgraph: Subgraph): string[] {
  const schema = schemaOfClasses(subgraph);
  return [
    ...undescribed(schema),
    ...unlisted(subgraph, schema),
    ...(subgraph.entities.length > 0 ? unfilled(subgraph.entities) : []),
  ];
}

function undescribed(schema: GraphQLSchema): string[] {
  const roots = new Set<unknown>([schema.getQueryType(), schema.getMutationType()]);
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith("__"))
    .flatMap((type) => undescribedIn(type, roots.has(type)))
    .map(
      (place) =>
        `${place} has no description. Say in business words what it is: { description: "…" } in its decorator, or in the valuesConfig of its enum.`,
    );
}

function undescribedIn(type: GraphQLNamedType, isRoot: boolean): string[] {
  const places = isEnumType(type) ? type.getValues().flatMap((each) => lacking(each, type)) : fieldsIn(type);
  return isRoot || isScalarType(type) ? places : [...lacking(type), ...places];
}

function fieldsIn(type: GraphQLNamedType): string[] {
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((each) => lacking(each, type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    ...lacking(field, type),
    ...field.args.flatMap(({ name, description }) =>
      description ? [] : [`${type.name}.${field.name}(${name}:)`],
    ),
  ]);
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function lacking({ name, description }: Described, within?: GraphQLNamedType): string[] {
  return description ? [] : [within ? `${within.name}.${name}` : name];
}

/**
 * A type that declares who may read its rows has rows: left out of the entities, it would have neither mask
 * nor table.
 */
function unlisted({ name, entities }: Subgraph, schema: GraphQLSchema): string[] {
  return getMetadataStorage()
    .objectTypes.map(({ target, name: type }) => ({ type, entity: target as EntityClass<object> }))
    .filter(({ type, entity }) => rowRuleOf(entity) && schema.getType(type) && !entities.includes(entity))
    .map(({ type }) => `${type} is not among the entities of ${name}: add it to them in subgraph.ts.`);
}

/** Fields of entities that would be null for ever. */
function unfilled(entities: readonly EntityClass<object>[]): string[] {
  const columns = propertiesOf(entities);
  return getMetadataStorage().fields.flatMap(({ target, name }) => {
    const entity = entities.find((each) => each === target);
    if (!entity || columns.get(entity)?.includes(name) || name in entity.prototype) return [];
    if (isResolved(entity, name)) return [];
    return [
      `Nothing fills ${entity.name}.${name}: give it a column (@Property), write it as a getter, or resolve it in a resolver of ${entity.name} (@FieldResolver).`,
    ];
  });
}

function isResolved(entity: EntityClass<object>, name: string): boolean {
  return getMetadataStorage().fieldResolvers.some(
    ({ methodName, getObjectType }) => methodName === name && getObjectType?.() === entity,
  );
}
