import type { FactColumn } from "./fact-column.ts";

/*
 * Each term is true or false, never null: `not null` would be null, and a filter takes that for false, which inside of
 * a forbid would mean allow. An empty text counts as missing, as it does where facts are read from answers.
 */

/** The set of a column holds a value. */
export function holdsOne({ sql, holds }: FactColumn, value: string): string {
  return holds === "many"
    ? `coalesce(${value}::text = any(${sql}), false)`
    : `coalesce(${sql} = ${value}::text, false)`;
}

/** The set of a column holds one of several values. */
export function holdsAny({ sql, holds }: FactColumn, values: string): string {
  return holds === "many"
    ? `coalesce(${sql} && ${values}::text[], false)`
    : `coalesce(${sql} = any(${values}::text[]), false)`;
}

/** The set of a column holds something, and nothing but some of these values. */
export function holdsOnly({ sql, holds }: FactColumn, values: string): string {
  return holds === "many"
    ? `coalesce(cardinality(${sql}) > 0 and ${sql} <@ ${values}::text[], false)`
    : `coalesce(${sql} = any(${values}::text[]), false)`;
}

/** The set of a column is empty. */
export function isMissing({ sql, holds }: FactColumn): string {
  return holds === "many" ? `coalesce(cardinality(${sql}), 0) = 0` : `coalesce(${sql}, '') = ''`;
}

/** The flag of a column is set. */
export function isSet({ sql }: FactColumn): string {
  return `coalesce(${sql}, false)`;
}

/** The count of a column. */
export function countOf({ sql }: FactColumn): string {
  return `coalesce(${sql}, 0)`;
}
