import type { Client } from "pg";
import type { MappedEntity } from "./mapped-entities.ts";
import { beside, classesOf, type ColumnClasses } from "./mask.ts";

/** A column of a masked table. */
export interface MaskedColumn {
  readonly name: string;
  /** Undefined: whoever may read the row may read it. */
  readonly classes: ColumnClasses | undefined;
  /** The SQL of its default, which a view does not inherit. */
  readonly fallback: string | null;
  /** The database computes it, so that nobody writes it. */
  readonly generated: boolean;
}

/** A value that the view adds to the table's own. */
export interface ComputedColumn {
  readonly name: string;
  readonly sql: string;
  readonly classes: ColumnClasses | undefined;
}

/** A masked table as the database has it. */
export interface MaskedTable {
  readonly name: string;
  readonly key: readonly string[];
  readonly columns: readonly MaskedColumn[];
  readonly computed: readonly ComputedColumn[];
}

interface CatalogColumn {
  readonly name: string;
  readonly key: boolean;
  readonly fallback: string | null;
  readonly generated: boolean;
}

/**
 * Reads the columns of an entity's table, each with the classes that the entity declares.
 * @throws Error that names what is missing: a column, or the class of one, which must not be forgotten into the open.
 */
export async function readMaskedTable(client: Client, mapped: MappedEntity): Promise<MaskedTable> {
  const { entity, mask, table, properties } = mapped;
  const { rows } = await client.query<CatalogColumn>(COLUMNS, [table]);
  if (rows.length === 0) throw new Error(`${entity.name} is masked, but there is no table ${table}.`);
  refuseMissing(mapped, rows);
  const declared = (column: string) => classesOf(entity, properties.get(column) ?? "");
  const computed = [...properties].flatMap(([name, property]) => {
    const sql = mask.computed?.[property];
    return sql === undefined ? [] : [{ name, sql, classes: beside(mask, declared(name) ?? []) }];
  });
  refuseUnclassed(
    mapped,
    [...rows.filter(({ key }) => !key), ...computed].map(({ name }) => name),
  );
  return {
    name: table,
    computed,
    key: rows.filter(({ key }) => key).map(({ name }) => name),
    columns: rows.map(({ name, key, fallback, generated }) => ({
      name,
      fallback: generated ? null : fallback,
      generated,
      classes: key ? undefined : beside(mask, declared(name) ?? []),
    })),
  };
}

/** A view has no column that its table lacks, so that the property would be silently empty. */
function refuseMissing(
  { entity, table, properties, stored }: MappedEntity,
  columns: readonly CatalogColumn[],
): void {
  const missing = stored.filter((column) => !columns.some(({ name }) => name === column));
  if (missing.length === 0) return;
  const named = missing.map((column) => `${entity.name}.${properties.get(column)} (${table}.${column})`);
  throw new Error(
    `There is no column for ${named.join(", ")}: add it in a new migration, and that to the subgraph's migrations.`,
  );
}

function refuseUnclassed(mapped: MappedEntity, columns: readonly string[]): void {
  const { entity, properties } = mapped;
  const open = columns.filter((column) => !classesOf(entity, properties.get(column) ?? ""));
  if (open.length === 0) return;
  const named = open.map((column) => placeOf(mapped, column));
  throw new Error(`Nothing says who may read ${named.join(", ")}.`);
}

/** Where to say it: a column that no property holds has nothing yet that a class could stand above. */
function placeOf({ entity, table, properties }: MappedEntity, column: string): string {
  const property = properties.get(column);
  return property === undefined
    ? `${table}.${column} (give ${entity.name} a @Property for it, with a class)`
    : `${table}.${column} (write @Visible or @Classed above ${entity.name}.${property})`;
}

const COLUMNS = `
  select a.attname as name, pg_get_expr(d.adbin, d.adrelid) as fallback, a.attgenerated <> '' as generated,
         exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as key
    from pg_attribute a
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
   where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped
   order by a.attnum`;
