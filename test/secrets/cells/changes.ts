import { type Row } from "../chain/store.ts";
import { type Change, rowsIn } from "./secret-table.ts";

/** Puts other values into the columns that it names, and into no other. */
export function change(columns: readonly string[], to: Change["of"]): Change {
  return {
    columns,
    of(row, ...rest) {
      const values = to(row, ...rest);
      const named = columns.filter((column) => values && column in values);
      return values && { ...row, ...Object.fromEntries(named.map((column) => [column, values[column]])) };
    },
  };
}

/** A new text; nothing where there is none, for that a value is absent is a secret of its own (see `orNull`). */
export const newText = (column: string): Change =>
  change([column], (_row, dice) => ({ [column]: dice.word() }));

/** Another list of texts. */
export const newTexts = (column: string): Change =>
  change([column], (_row, dice) => ({ [column]: [dice.word()] }));

/** Another one of the words that the column accepts; null is one where it is listed. */
export const oneOf = (column: string, words: readonly (string | boolean | null)[]): Change =>
  change([column], (row, dice) => {
    const word = dice.other(words, row[column]);
    return word === undefined ? undefined : { [column]: word };
  });

/** Lists with another one of the words that the column accepts. */
export const listOf = (column: string, words: readonly string[]): Change =>
  change([column], (row, dice) => {
    const word = dice.other(words, Array.isArray(row[column]) ? row[column][0] : undefined);
    return word === undefined ? undefined : { [column]: [word] };
  });

/** What is absent stays so. */
export const ifPresent = (changed: Change): Change =>
  change(changed.columns, (row, ...rest) =>
    changed.columns.some((column) => row[column] === null) ? undefined : changed.of(row, ...rest),
  );

/** Another company of the chain, or none where that is allowed. */
export const otherCompany = (column: string, { orNone = false } = {}): Change =>
  change([column], (row, dice, world) => {
    const ids = rowsIn(world, "compliance.organization").map(({ id }) => id);
    const id = dice.other(orNone ? [...ids, null] : ids, row[column]);
    return id === undefined ? undefined : { [column]: id };
  });

/** Another company in the place of one that is there; nobody buys from itself. */
export const otherPartner = (column: string, counterpart: string): Change =>
  change([column], (row, ...rest) => {
    const changed = ifPresent(otherCompany(column)).of(row, ...rest);
    return changed?.[column] === row[counterpart] ? undefined : changed;
  });

/** The id of another row of a table. */
export const otherRow = (column: string, table: string): Change =>
  change([column], (row, dice, world) => {
    const ids = rowsIn(world, table).map(({ id }) => id);
    const id = dice.other(ids, row[column]);
    return id === undefined ? undefined : { [column]: id };
  });

/** Numbers that are some times as large; those that are absent stay so. */
export const timesAsLarge = (...columns: readonly string[]): Change =>
  change(columns, (row, dice) => {
    const factor = BigInt(2 + dice.below(7));
    const changed = columns.filter((column) => typeof row[column] === "string" && row[column] !== "0");
    if (changed.length === 0) return undefined;
    return Object.fromEntries(changed.map((column) => [column, times(row[column], factor)]));
  });

/** Another whole number. */
export const newCount = (column: string): Change =>
  change([column], (row, dice) => ({ [column]: Number(row[column] ?? 0) + 1 + dice.below(900) }));

/** Another place in a list, far behind: no two rows get the same. */
export const farBehind = (column: string): Change =>
  change([column], (row) => ({ [column]: Number(row[column]) + 1_000 }));

const DAY = 86_400_000;

/** Another day or moment, some days earlier; what is absent stays so. */
export const earlier = (column: string): Change => moved(column, -DAY);

/** Another day or moment, some days later; what is absent stays so. */
export const later = (column: string): Change => moved(column, DAY);

/** Another day that is past if the one before is, for whether it is may be told where the day is not. */
export const sameSideOfToday = (column: string): Change =>
  change([column], (row, ...rest) => {
    const past = typeof row[column] === "string" && Date.parse(row[column]) <= Date.now();
    return (past ? earlier(column) : later(column)).of(row, ...rest);
  });

/** Another last day, some years from now. */
export const farOff = (column: string): Change =>
  change([column], (_row, dice) => ({ [column]: `${2060 + dice.below(30)}-01-01` }));

const moved = (column: string, day: number): Change =>
  change([column], (row, dice) => {
    const value = row[column];
    if (typeof value !== "string") return undefined;
    const moment = new Date(Date.parse(value) + (1 + dice.below(9)) * day).toISOString();
    return { [column]: /^\d{4}-\d\d-\d\d$/.test(value) ? moment.slice(0, 10) : moment };
  });

/** A decimal times a whole number, digit for digit. */
function times(value: unknown, factor: bigint): string {
  const [whole = "0", fraction = ""] = String(value).split(".");
  const digits = String(BigInt(whole + fraction) * factor).padStart(fraction.length + 1, "0");
  if (fraction === "") return digits;
  return `${digits.slice(0, -fraction.length)}.${digits.slice(-fraction.length)}`;
}

/** Changes several columns one after the other. */
export const together = (...changes: readonly Change[]): Change =>
  change(
    changes.flatMap(({ columns }) => columns),
    (row, dice, world) =>
      changes.reduce<Row | undefined>((known, each) => known && (each.of(known, dice, world) ?? known), row),
  );
