import type { EntityClass } from "@mikro-orm/core";
import { whereIn } from "../database/where-in.ts";
import type { BatchFunction } from "./subgraph-context.ts";

interface Identified {
  id: string;
}

const batches = new WeakMap<EntityClass<object>, unknown>();

/**
 * The batch function that loads an entity by id: one statement however many ids. Absent and hidden are both null.
 * The same class always gives the same function, so that every caller of a request shares one loader.
 */
export function byId<Entity extends Identified>(
  entity: EntityClass<Entity>,
): BatchFunction<string, Entity | null> {
  const known = batches.get(entity) as BatchFunction<string, Entity | null> | undefined;
  const batch = known ?? batchById(entity);
  batches.set(entity, batch);
  return batch;
}

function batchById<Entity extends Identified>(
  entity: EntityClass<Entity>,
): BatchFunction<string, Entity | null> {
  return async (ids, { em }) => {
    const found = await em.find(entity, whereIn<Entity>("id", ids));
    const rows = new Map(found.map((row) => [row.id, row]));
    return ids.map((id) => rows.get(id) ?? null);
  };
}
