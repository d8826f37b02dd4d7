import type { DataClass } from "@maillon/schema";
import type { Facts } from "@maillon/schema/visibility";
import type { Row, World } from "../chain/store.ts";
import type { Dice } from "./dice.ts";

/** Puts another value into a row. */
export interface Change {
  /** The columns that it may change. */
  readonly columns: readonly string[];
  /** Another value that the owner's database accepts; undefined when there is none. */
  readonly of: (row: Row, dice: Dice, world: World) => Row | undefined;
}

/** Columns of a row that hold one value together. */
export interface Part {
  /** What a viewer needs, beside knowing of the row, to read it. */
  readonly classes: readonly DataClass[];
  /** Classes of which each alone shows it by way of something that is computed from it. */
  readonly elsewhere?: readonly DataClass[];
  /** Whether decisions depend on it: then a change must leave every decision of the viewer as it was. */
  readonly fact?: boolean;
  readonly change: Change;
}

/** One table of one company, and what of it is secret: stated here anew, from the matrix and not from the code. */
export interface SecretTable {
  /** `<subgraph>.<table>` */
  readonly name: string;
  readonly key: readonly string[];
  /** What a viewer needs to know that a row exists. */
  readonly rows: DataClass;
  readonly facts: (row: Row, world: World) => Facts;
  readonly parts: Readonly<Record<string, Part>>;
  /** Columns that no part changes, beside those of the key, each with the reason. */
  readonly untouched?: Readonly<Record<string, string>>;
  /** The tables whose rows go with a row of this one, and the column that ties them to it. */
  readonly children?: Readonly<Record<string, string>>;
}

/** The rows of a table; none if the company has no such table. */
export function rowsIn(world: World, name: string): readonly Row[] {
  return world.get(name) ?? [];
}

/** The row with an id. */
export function rowWith(world: World, name: string, id: unknown): Row {
  return rowsIn(world, name).find((row) => row["id"] === id) ?? {};
}

/** The values that are there. */
export function present(...values: unknown[]): string[] {
  return values.filter((value): value is string => typeof value === "string");
}

/** A list of texts, as a row holds it. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? present(...value) : [];
}
