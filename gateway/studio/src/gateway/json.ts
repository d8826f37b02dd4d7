/** A value as it stands in JSON. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object as it stands in JSON. */
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Whether a value has members. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a value is a list; `Array.isArray` does not narrow readonly ones. */
export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
