import type { EntityClass } from "@mikro-orm/core";
import { ReflectMetadataProvider } from "@mikro-orm/decorators/legacy";
import { MikroORM } from "@mikro-orm/postgresql";
import { maskOf, type Mask } from "./mask.ts";

/** A masked entity with the names that its table and columns have. */
export interface MappedEntity {
  readonly entity: EntityClass<object>;
  readonly mask: Mask;
  readonly table: string;
  /** The property by the column that holds it. */
  readonly properties: ReadonlyMap<string, string>;
}

/** The entities that have a mask, mapped as MikroORM maps them; nothing is connected to. */
export async function mapMaskedEntities(entities: readonly EntityClass<object>[]): Promise<MappedEntity[]> {
  const masked = entities.filter((entity) => maskOf(entity) !== undefined);
  if (masked.length === 0) return [];
  const orm = await MikroORM.init({
    dbName: "none",
    entities: [...entities],
    metadataProvider: ReflectMetadataProvider,
  });
  return masked.flatMap((entity) => {
    const mask = maskOf(entity);
    const { tableName, props } = orm.getMetadata().get(entity);
    const columns = props.flatMap(({ name, fieldNames = [] }) =>
      fieldNames.map((column): [string, string] => [column, name]),
    );
    return mask ? [{ entity, mask, table: tableName, properties: new Map(columns) }] : [];
  });
}
