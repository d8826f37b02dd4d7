import { isRaw } from "@mikro-orm/core";

/** A statement whose values travel beside its text, which is therefore the same whatever they are. */
export interface BoundStatement {
  /** With `$1`, `$2`, … where the values belong. */
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/** The marks of MikroORM: `\?` is a question mark, `??` stands for a name, `?` for a value or a fragment of SQL. */
const MARK = /\\\?|\?\??/gu;

/** Takes text and values as MikroORM hands them over; undefined when one of the values cannot travel by itself. */
export function bindValues(sql: string, params: readonly unknown[]): BoundStatement | undefined {
  const values: (string | null | undefined)[] = [];
  const text = bindInto(values, sql, params);
  const bound = values.filter((value) => value !== undefined);
  return bound.length === values.length ? { text, values: bound } : undefined;
}

function bindInto(values: (string | null | undefined)[], sql: string, params: readonly unknown[]): string {
  let place = 0;
  return sql.replaceAll(MARK, (mark) => {
    if (mark === String.raw`\?`) return "?";
    const param = params[place++];
    if (isRaw(param)) return bindInto(values, param.sql, param.params);
    return `$${values.push(mark === "?" ? textOf(param) : undefined)}`;
  });
}

/** A value as the text of which PostgreSQL knows the type by where it stands, as it does for a literal. */
function textOf(value: unknown): string | null | undefined {
  if (value === null || typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  return value instanceof Date ? value.toISOString() : undefined;
}
