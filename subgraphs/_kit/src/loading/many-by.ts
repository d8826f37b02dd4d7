import type { EntityClass, EntityKey, QueryOrderMap } from "@mikro-orm/core";
import { whereIn } from "../database/where-in.ts";
import type { BatchFunction } from "./subgraph-context.ts";

/** Which rows belong to a key, and in which order. */
export interface Grouping<Entity> {
  readonly entity: EntityClass<Entity>;
  /** The property that holds the key, for example `orderId` of an order line. */
  readonly by: keyof Entity & EntityKey<Entity>;
  readonly orderBy: QueryOrderMap<Entity>;
}

/**
 * A batch function that loads all rows of each key, for example the lines of an order: one statement however many
 * keys. Keep the result in a constant beside the entity: every request makes one loader per function.
 */
export function manyBy<Entity extends object>(grouping: Grouping<Entity>): BatchFunction<string, Entity[]> {
  const { entity, by, orderBy } = grouping;
  return async (keys, { em }) => {
    const groups = new Map<unknown, Entity[]>(keys.map((key) => [key, []]));
    const found = await em.find(entity, whereIn<Entity>(by, keys), { orderBy });
    for (const row of found) groups.get(row[by])?.push(row);
    return keys.map((key) => groups.get(key) ?? []);
  };
}
