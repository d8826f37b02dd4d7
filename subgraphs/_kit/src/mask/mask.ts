import type { DataClass } from "@maillon/schema";
import type { FactColumns } from "@maillon/schema/policy";
import type { EntityClass } from "@mikro-orm/core";
import { getMetadataStorage } from "type-graphql";

/**
 * What a masked table shows. Its SQL may use `this` for the row, `viewer` for who asks, and the aliases of
 * its joins.
 */
export interface Mask {
  /** The class of the row itself: whoever may not read it finds no row. Its columns need no further decision. */
  readonly rows: DataClass;
  /** A condition without which nobody finds the row, whatever its class: that a hold on a customer has not ended. */
  readonly only?: string;
  /** Where the row keeps the facts that decisions depend on. */
  readonly facts: FactColumns;
  /** What else holds facts of the row, by alias, such as the order of a line. */
  readonly joins?: Readonly<Record<string, MaskJoin>>;
  /**
   * Columns of the view alone, by the property that they fill (`@Property({ persist: false })`, with a class like any
   * other): what a field needs that follows from the row, or from its facts.
   */
  readonly computed?: Readonly<Record<string, string>>;
}

/**
 * A table that is joined to find facts, of which each row has at most one partner; or a query that finds them, which
 * gives exactly one row. It reads `facts.<table>`, where every row of a table is, and `masked.<table>`, where the
 * viewer's are, if that entity comes before this one in the subgraph's list.
 */
export type MaskJoin = { readonly table: string; readonly on: string } | { readonly query: string };

/** The classes of a property's column; all of them are needed. */
export type ColumnClasses = readonly [DataClass, ...DataClass[]];

const masks = new WeakMap<object, Mask>();
const classes = new WeakMap<object, Map<string, ColumnClasses>>();
const typeClasses = new WeakMap<object, ColumnClasses>();

/**
 * Class decorator of an entity: the application reads it through a view that shows whoever asks only the rows and
 * values that she may read. Every column but the key needs a class, from `@Visible` or `@Classed`;
 * `prepareDatabase` names those without.
 */
export function Masked(mask: Mask): ClassDecorator {
  return (entity) => {
    masks.set(entity, mask);
  };
}

/** Property decorator of a column that is no field by itself: the data classes of what it holds. */
export function Classed(...of: ColumnClasses): PropertyDecorator {
  return (prototype, property) => noteClasses(prototype, String(property), of);
}

/** Remembers the classes of a property. */
export function noteClasses(prototype: object, property: string, of: ColumnClasses): void {
  const known = classes.get(prototype) ?? new Map<string, ColumnClasses>();
  classes.set(prototype, known.set(property, of));
}

/** Remembers the classes that a type gives those of its fields that have none of their own. */
export function noteTypeClasses(type: object, of: ColumnClasses): void {
  typeClasses.set(type, of);
}

/** The mask of an entity; undefined when it has none. */
export function maskOf(entity: EntityClass<object>): Mask | undefined {
  return masks.get(entity);
}

/**
 * The classes of an entity's property; undefined when none are declared. A type's own classes reach its fields only: a
 * column that is no field may hold something else, and has to say so.
 */
export function classesOf(entity: EntityClass<object>, property: string): ColumnClasses | undefined {
  const own = classes.get(entity.prototype)?.get(property);
  return own ?? (isField(entity, property) ? typeClasses.get(entity) : undefined);
}

function isField(entity: EntityClass<object>, property: string): boolean {
  return getMetadataStorage().fields.some(({ target, name }) => target === entity && name === property);
}

/** Of the classes of a value those that still have to be decided where the row is there; undefined: none. */
export function beside({ rows }: Mask, of: readonly DataClass[]): ColumnClasses | undefined {
  const [first, ...rest] = of.filter((each) => each !== rows && each !== "PUBLIC");
  return first && [first, ...rest];
}
