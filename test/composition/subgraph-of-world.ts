import { buildSubgraphSchema } from "@apollo/subgraph";
import {
  type DocumentNode,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  graphql,
  isInterfaceType,
  isObjectType,
  parse,
} from "graphql";
import type { Thing, World } from "./world.ts";

const link = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@requires",
  "@provides", "@external", "@shareable", "@override", "@inaccessible", "@interfaceObject", "@tag", "@composeDirective"])\n`;

/** Parses what a subgraph of a world publishes. */
export function readSubgraph(sdl: string): DocumentNode {
  return parse(link + sdl);
}

/** Answers requests as the subgraph of a world would, validation included. */
export type AnswerSubgraph = (query: string, variables: Record<string, unknown>) => Promise<unknown>;

/** Makes a subgraph of a world that knows, of an entity it is asked about, only its own fields and what it is sent. */
export function subgraphOfWorld(world: World, name: string): AnswerSubgraph {
  const typeDefs = readSubgraph(world.subgraphs[name] ?? "");
  const types = typeDefs.definitions.filter(
    (each): each is ObjectTypeDefinitionNode =>
      each.kind === Kind.OBJECT_TYPE_DEFINITION || each.kind === Kind.INTERFACE_TYPE_DEFINITION,
  );
  const resolvers = Object.fromEntries(
    types
      .filter((type) => keysOf(type).length > 0)
      .map((type) => [
        type.name.value,
        { __resolveReference: (sent: Thing) => findEntity(world, type, sent) },
      ]),
  );
  const schema = buildSubgraphSchema([{ typeDefs, resolvers }]);
  const resolve = resolverOf(world);
  return async (source, variableValues) =>
    JSON.parse(
      JSON.stringify(
        await graphql({ schema, source, variableValues, fieldResolver: resolve, typeResolver: typenameOf }),
      ),
    );
}

/** Resolves fields by the rules of a world. */
export function resolverOf({ rules }: World): GraphQLFieldResolver<Thing, unknown> {
  return (...[parent, args, , { parentType, fieldName, schema }]) => {
    const rule = typeNames(schema, parentType.name, parent)
      .map((type) => rules[`${type}.${fieldName}`])
      .find((found) => found !== undefined);
    return rule ? rule(parent, args) : parent?.[fieldName];
  };
}

/** The names under which rules for an object may be written: its type, its interfaces, its real type. */
function typeNames(schema: GraphQLSchema, type: string, parent: Thing | undefined): string[] {
  const known = schema.getType(type);
  const interfaces =
    isObjectType(known) || isInterfaceType(known) ? known.getInterfaces().map(({ name }) => name) : [];
  return [type, ...interfaces, ...(parent?.__typename ? [parent.__typename] : [])];
}

export function typenameOf(value: Thing): string {
  return value.__typename;
}

function keysOf(type: ObjectTypeDefinitionNode): string[] {
  return (type.directives ?? []).flatMap(({ name, arguments: given }) => {
    const fields = given?.find((each) => each.name.value === "fields")?.value;
    return name.value === "key" && fields?.kind === Kind.STRING ? [fields.value] : [];
  });
}

/**
 * The entity that a representation names, without the fields that the subgraph does not own but for those it
 * was sent.
 */
function findEntity(
  world: World,
  type: ObjectTypeDefinitionNode,
  { __typename, ...sent }: Thing,
): Thing | null {
  const found = world.things.find(
    (thing) =>
      couldBe(world, thing.__typename, type.name.value) &&
      keysOf(type).some((key) =>
        selectedOf(key).every((field) => field in sent && matches(thing[field], sent[field])),
      ),
  );
  if (!found) return null;
  const own = Object.entries(found).filter(([field]) => !isExternal(type, field));
  const isObject = type.kind === Kind.OBJECT_TYPE_DEFINITION;
  return { ...Object.fromEntries(own), ...sent, __typename: isObject ? type.name.value : found.__typename };
}

/** The top-level fields of a key. */
function selectedOf(key: string): string[] {
  return key
    .replaceAll(/\{[^{}]*\}|__typename/g, "")
    .split(/\s+/)
    .filter(Boolean);
}

function matches(known: unknown, sent: unknown): boolean {
  if (typeof sent !== "object" || sent === null) return String(known) === String(sent);
  if (typeof known !== "object" || known === null) return false;
  return Object.entries(sent).every(([field, value]) => matches(Reflect.get(known, field), value));
}

/** Whether things of a real type are what a subgraph calls `type`, as an object or as an interface. */
function couldBe({ subgraphs }: World, real: string, type: string): boolean {
  if (real === type) return true;
  const implementing = new RegExp(`type ${real} implements [^{@]*\\b${type}\\b`);
  return Object.values(subgraphs).some((sdl) => implementing.test(sdl));
}

function isExternal(type: ObjectTypeDefinitionNode, field: string): boolean {
  const definition = type.fields?.find(({ name }) => name.value === field);
  return definition?.directives?.some(({ name }) => name.value === "external") ?? false;
}
