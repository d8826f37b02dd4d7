import "reflect-metadata";
import { addResolversToSchema, buildSubgraphSchema, printSubgraphSchema } from "@apollo/subgraph";
import type { GraphQLResolverMap } from "@apollo/subgraph";
import { lexicographicSortSchema, parse, print, specifiedDirectives } from "graphql";
import type { GraphQLSchema } from "graphql";
import { buildSchemaSync, createResolversMap } from "type-graphql";
import type { Subgraph } from "../subgraph.ts";
import { describeReaders } from "./describe-readers.ts";
import { refuseBrokenText } from "./refuse-broken-text.ts";
import { DateTime } from "./scalars.ts";
import { SPECIFICATIONS } from "./specifications.ts";

const schemas = new WeakMap<Subgraph, GraphQLSchema>();

/** The subgraph's executable schema, `_service` and `_entities` included; the same one for the same subgraph. */
export function buildSchema(subgraph: Subgraph): GraphQLSchema {
  // Building takes longer than a whole test, and every test opens a server of its own.
  const schema = schemas.get(subgraph) ?? executableSchema(subgraph);
  schemas.set(subgraph, schema);
  return schema;
}

function executableSchema(subgraph: Subgraph): GraphQLSchema {
  const classes = describeReaders(schemaOfClasses(subgraph));
  // type-graphql types its map for graphql-tools; the members are the same functions and scalars.
  const resolvers = createResolversMap(classes) as GraphQLResolverMap<unknown>;
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdlOf(classes)), resolvers }]);
  addResolversToSchema(schema, referenceResolvers(subgraph));
  refuseBrokenText(schema);
  return schema;
}

/** The subgraph's contract: its SDL in a fixed order, without the parts that federation adds by itself. */
export function buildContract(subgraph: Subgraph): string {
  return `${print(parse(sdlOf(lexicographicSortSchema(describeReaders(schemaOfClasses(subgraph))))))}\n`;
}

function sdlOf(schema: GraphQLSchema): string {
  return SPECIFICATIONS + printSubgraphSchema(schema);
}

/** The types of a subgraph's classes in the authors' own words; a new schema at every call. */
export function schemaOfClasses({ resolvers, orphanedTypes = [] }: Subgraph): GraphQLSchema {
  const [first, ...rest] = resolvers;
  if (first === undefined) throw new Error("A subgraph needs at least one resolver class.");
  return buildSchemaSync({
    resolvers: [first, ...rest],
    orphanedTypes: [...orphanedTypes],
    directives: [...specifiedDirectives],
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: { forbidUnknownValues: false },
  });
}

function referenceResolvers({ references }: Subgraph): GraphQLResolverMap<unknown> {
  const entries = Object.entries(references).map(([type, resolve]) => [
    type,
    { __resolveReference: resolve },
  ]);
  return Object.fromEntries(entries);
}
