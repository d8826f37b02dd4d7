import { type Row } from "../chain/store.ts";
import { type Part, rowsIn } from "./secret-table.ts";

type Change = Part["change"];

/** A new text; nothing where there is none, for that a value is absent is a secret of its own (see `orNull`). */
export const newText =
  (column: string): Change =>
  (row, dice) => ({ ...row, [column]: dice.word() });

/** Another one of the words that the column accepts; null is one where it is listed. */
export const oneOf =
  (column: string, words: readonly (string | boolean | null)[]): Change =>
  (row, dice) => {
    const word = dice.other(words, row[column]);
    return word === undefined ? undefined : { ...row, [column]: word };
  };

/** Another company of the chain, or none where that is allowed. */
export const otherCompany =
  (column: string, { orNone = false } = {}): Change =>
  (row, dice, world) => {
    const ids = rowsIn(world, "compliance.organization").map(({ id }) => id);
    const id = dice.other(orNone ? [...ids, null] : ids, row[column]);
    return id === undefined ? undefined : { ...row, [column]: id };
  };

/** Another company in the place of one that is there; nobody buys from itself. */
export function otherPartner(column: string, counterpart: string): Change {
  return (row, dice, world) => {
    if (row[column] === null) return undefined;
    const changed = otherCompany(column)(row, dice, world);
    return changed?.[column] === row[counterpart] ? undefined : changed;
  };
}

/** The id of another row of a table. */
export const otherRow =
  (column: string, table: string): Change =>
  (row, dice, world) => {
    const ids = rowsIn(world, table).map(({ id }) => id);
    const id = dice.other(ids, row[column]);
    return id === undefined ? undefined : { ...row, [column]: id };
  };

/** Numbers that are some times as large; those that are absent stay so. */
export const timesAsLarge =
  (...columns: readonly string[]): Change =>
  (row, dice) => {
    const factor = BigInt(2 + dice.below(7));
    const changed = columns.filter((column) => typeof row[column] === "string" && row[column] !== "0");
    if (changed.length === 0) return undefined;
    return { ...row, ...Object.fromEntries(changed.map((column) => [column, times(row[column], factor)])) };
  };

/** Another whole number. */
export const newCount =
  (column: string): Change =>
  (row, dice) => ({ ...row, [column]: Number(row[column] ?? 0) + 1 + dice.below(900) });

/** Another day or moment, some days earlier. */
export const earlier = (column: string): Change => moved(column, -86_400_000);

/** Another day or moment, some days later. */
export const later = (column: string): Change => moved(column, 86_400_000);

const moved =
  (column: string, day: number): Change =>
  (row, dice) => {
    const value = row[column];
    if (typeof value !== "string") return undefined;
    const moment = new Date(Date.parse(value) + (1 + dice.below(9)) * day).toISOString();
    return { ...row, [column]: /^\d{4}-\d\d-\d\d$/.test(value) ? moment.slice(0, 10) : moment };
  };

/** A decimal times a whole number, digit for digit. */
function times(value: unknown, factor: bigint): string {
  const [whole = "0", fraction = ""] = String(value).split(".");
  const digits = String(BigInt(whole + fraction) * factor).padStart(fraction.length + 1, "0");
  if (fraction === "") return digits;
  return `${digits.slice(0, -fraction.length)}.${digits.slice(-fraction.length)}`;
}

/** Changes several columns one after the other. */
export function together(...changes: readonly Change[]): Change {
  return (row, dice, world) =>
    changes.reduce<Row | undefined>((known, change) => known && (change(known, dice, world) ?? known), row);
}
