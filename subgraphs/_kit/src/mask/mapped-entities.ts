import type { EntityClass, MetadataStorage } from "@mikro-orm/core";
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
  /** The properties of its primary key. */
  readonly keys: readonly string[];
  /** The columns that the table must have. */
  readonly stored: readonly string[];
}

/** What masks are made from. */
export interface MappedEntities {
  readonly masked: readonly MappedEntity[];
  /** The tables of all entities. */
  readonly tables: readonly string[];
}

/** The entities that have a mask, mapped as MikroORM maps them; nothing is connected to. */
export function mapMaskedEntities(entities: readonly EntityClass<object>[]): MappedEntities {
  if (entities.every((entity) => maskOf(entity) === undefined)) return { masked: [], tables: [] };
  const metadata = metadataOf(entities);
  const masked = entities.flatMap((entity) => {
    const mask = maskOf(entity);
    const { tableName, props, primaryKeys } = metadata.get(entity);
    const columns = props.flatMap(({ name, fieldNames = [] }) =>
      fieldNames.map((column): [string, string] => [column, name]),
    );
    const stored = props.flatMap(({ persist, fieldNames = [] }) => (persist === false ? [] : fieldNames));
    return mask
      ? [{ entity, mask, table: tableName, properties: new Map(columns), keys: primaryKeys, stored }]
      : [];
  });
  return { masked, tables: entities.map((entity) => metadata.get(entity).tableName) };
}

/** The properties of each entity that a column of its table or view fills. */
export function propertiesOf(
  entities: readonly EntityClass<object>[],
): ReadonlyMap<EntityClass<object>, readonly string[]> {
  const metadata = metadataOf(entities);
  return new Map(entities.map((entity) => [entity, metadata.get(entity).props.map(({ name }) => name)]));
}

/** The table of each entity. */
export function tablesOf(entities: readonly EntityClass<object>[]): ReadonlyMap<EntityClass<object>, string> {
  if (entities.length === 0) return new Map();
  const metadata = metadataOf(entities);
  return new Map(entities.map((entity) => [entity, metadata.get(entity).tableName]));
}

function metadataOf(entities: readonly EntityClass<object>[]): MetadataStorage {
  const mapping = { entities: [...entities], metadataProvider: ReflectMetadataProvider };
  return new MikroORM({ dbName: "none", ...mapping }).getMetadata();
}
