import type { EntityClass } from "@mikro-orm/core";
import type { SqlEntityManager } from "@mikro-orm/postgresql";
import { escapeIdentifier } from "pg";

/**
 * Holds a row of a masked table until the transaction ends, if the viewer finds it and may change it:
 * `for update` would reach the tables of the facts as well, which are not hers. What is read afterwards is
 * what stands.
 */
export async function holdRow<Entity extends { id: string }>(
  em: SqlEntityManager,
  entity: EntityClass<Entity>,
  id: string,
): Promise<void> {
  const table = escapeIdentifier(em.getMetadata(entity).tableName);
  await em.execute(`update ${table} set id = id where id = ?`, [id]);
}
