import { createHash } from "node:crypto";
import { Supergraph as ApolloSupergraph } from "@apollo/federation-internals";
import { type DocumentNode, type GraphQLSchema, buildASTSchema, parse } from "graphql";
import { type Restrictions, takeRestrictions } from "../../filter/restrictions.ts";
import { type SubgraphKeys, readSubgraphKeys } from "./subgraph-keys.ts";
import { subgraphNames } from "./subgraph-names.ts";
import { refuseUnsupported } from "./unsupported-features.ts";

/** One composed schema with what the engine reads from it. It never changes: a new schema is a new supergraph. */
export interface Supergraph {
  /** SHA-256 of the text, so that caches and logs can name the schema. */
  readonly hash: string;
  /** Without the standard directives on who may select what; `restrictions` says what they said. */
  readonly document: DocumentNode;
  readonly restrictions: Restrictions;
  /** Every type and field, those that clients may not know included. */
  readonly schema: GraphQLSchema;
  /** What clients may ask for. */
  readonly apiSchema: GraphQLSchema;
  /** The routing URL of each subgraph by its name. */
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly keys: SubgraphKeys;
}

/** Reads a supergraph; throws a GraphQLError or Error that names what is wrong when it cannot be served. */
export function readSupergraph(
  text: string,
  extend: (document: DocumentNode) => DocumentNode = (document) => document,
): Supergraph {
  const { document, restrictions } = takeRestrictions(extend(parse(text, { noLocation: true })));
  refuseUnsupported(document);
  const names = subgraphNames(document);
  if (names.size === 0)
    throw new Error(
      "This is no composed supergraph: it names no subgraph (enum join__Graph). Compose the subgraphs' schemas first.",
    );
  return {
    hash: createHash("sha256").update(text).digest("hex"),
    document,
    restrictions,
    schema: buildASTSchema(document, { assumeValid: true, assumeValidSDL: true }),
    apiSchema: ApolloSupergraph.build(document).apiSchema().toGraphQLJSSchema(),
    subgraphs: new Map([...names.values()].map(({ name, url }) => [name, url])),
    keys: readSubgraphKeys(document),
  };
}
