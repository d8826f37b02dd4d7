import { isList, isObject, type Json } from "../gateway/json.ts";

/** A value's text; lists and objects are shown by their brackets. */
export function shown(value: Json): string {
  if (isList(value)) return `[${value.length}]`;
  if (isObject(value)) return "{}";
  return value === null ? "null" : String(value);
}

/** The class name that colours a value. */
export function kindOf(value: Json): string {
  return value === null ? "null" : typeof value;
}
