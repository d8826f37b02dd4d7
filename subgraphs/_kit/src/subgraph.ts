import type { EntityClass } from "@mikro-orm/core";
import type { SubgraphName } from "@maillon/schema";
import type { MigrationSource } from "./database/run-migrations.ts";
import type { ReferenceResolver } from "./loading/reference.ts";

/** A class that type-graphql or MikroORM reads decorators of. */
export type DecoratedClass = abstract new (...args: never[]) => object;

/** Everything that makes one company's subgraph; the kit does the rest. */
export interface Subgraph {
  /** Name in the supergraph; `SUBGRAPHS` of the schema package says who operates it. */
  readonly name: SubgraphName;
  readonly entities: readonly EntityClass<object>[];
  readonly resolvers: readonly DecoratedClass[];
  /** Types that no field leads to, such as stubs of other companies' entities that only get fields here. */
  readonly orphanedTypes?: readonly DecoratedClass[];
  /** How a key becomes an object, by type name; see `referenceById`. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** In the order in which they run; a migration that has run anywhere is never changed again. */
  readonly migrations: MigrationSource;
}
