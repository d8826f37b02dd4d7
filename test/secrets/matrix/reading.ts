import type { DataClass, SubgraphName } from "@maillon/schema";
import type { Row, World } from "../chain/store.ts";

/** An object that has to be passed on the way to a row, and what that takes. */
export interface Passage {
  readonly table: string;
  /** The column of the row that holds the object's id. */
  readonly by: string;
  readonly classes: readonly DataClass[];
}

/** How the rows of a table are read through the endpoint. */
export interface Reading {
  readonly table: string;
  readonly operator: SubgraphName;
  /** What it takes that the object is there at all, where that is another class than the table's own. */
  readonly object?: DataClass;
  /** The root field that leads to a row, if any does, and the fields on the way from there. */
  readonly root: (row: Row, world: World) => string | undefined;
  readonly way?: readonly string[];
  readonly past?: Passage;
  /** Columns of the matrix to which the operator tells none of the rows, whatever the matrix would allow. */
  readonly silentTo?: readonly string[];
  /** What tells a row from the others in a list, as parts do. */
  readonly key?: Parts;
  /** By part: what to select of the row, and the column that it must show. */
  readonly parts: Parts;
}

/** By name: a selection, and the column that it shows. */
export type Parts = Readonly<Record<string, readonly [selection: string, column: string]>>;

const partsOf = (names: string, part: (name: string, column: string) => Parts[string]): Parts =>
  Object.fromEntries(
    names.split(" ").map((name) => {
      const column = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
      return [name, part(name, column)];
    }),
  );

/** Fields with a column each, to which they give their names. */
export const fields = (names: string): Parts => partsOf(names, (name, column) => [name, column]);

/** Fields that are objects of which the row holds the id. */
export const references = (names: string): Parts =>
  partsOf(names, (name, column) => [`${name} { id }`, `${column}_id`]);

/** Fields that are money, of which the row holds the amount. */
export const amounts = (names: string): Parts =>
  partsOf(names, (name, column) => [`${name} { amount }`, `${column}_amount`]);

/** What tells most rows from each other. */
export const ID: Parts = fields("id");
