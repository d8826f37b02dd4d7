import type { GraphQLSchema } from "graphql";
import type { EntityFetch, RequiredField, RequiredFields } from "../plan/plan.ts";
import { type GatheredObject, isObject } from "./gathered.ts";
import { jsonText } from "./json-text.ts";
import { sentType } from "./key-echo.ts";
import { typeMatches } from "./type-match.ts";

/** Writes the representation of an object as JSON text; undefined when something that it needs is not known. */
export type RepresentationWriter = (object: GatheredObject) => string | undefined;

/** Writes `,"name":value`, or undefined when the value is not known. */
type FieldWriter = (object: GatheredObject) => string | undefined;

/**
 * Compiles how the objects at one place are represented to the subgraph that is asked for more of them. The JSON text is both
 * what is sent and what duplicates are found by, so no representation ever exists as an object.
 */
export function representationWriter(
  schema: GraphQLSchema,
  fetch: Pick<EntityFetch, "representations" | "sentAs">,
): RepresentationWriter {
  const byType = new Map<string, RepresentationWriter>();
  return (object) => {
    const typename = object["__typename"];
    if (typeof typename !== "string") return undefined;
    let write = byType.get(typename);
    if (!write) byType.set(typename, (write = writerForType(schema, fetch, typename)));
    return write(object);
  };
}

function writerForType(
  schema: GraphQLSchema,
  { representations, sentAs }: Pick<EntityFetch, "representations" | "sentAs">,
  typename: string,
): RepresentationWriter {
  const fitting = representations.filter(({ type }) => typeMatches(schema, typename, type));
  if (fitting.length === 0) return () => undefined;
  const sent = sentType(schema, sentAs, typename);
  const writers = fieldWriters(schema, distinct(fitting.flatMap(({ fields }) => fields)));
  const start = `{"__typename":${JSON.stringify(sent)}`;
  return (object) => {
    const fields = writeFields(object, writers);
    return fields === undefined ? undefined : `${start}${fields}}`;
  };
}

function distinct(fields: readonly RequiredField[]): RequiredField[] {
  return [...new Map(fields.map((field) => [field.name, field])).values()];
}

function writeFields(object: GatheredObject, writers: readonly FieldWriter[]): string | undefined {
  let text = "";
  for (const write of writers) {
    const field = write(object);
    if (field === undefined) return undefined;
    text += field;
  }
  return text;
}

function fieldWriters(schema: GraphQLSchema, fields: readonly RequiredField[]): FieldWriter[] {
  return fields.map(({ key, name, of }) => {
    const start = `,${JSON.stringify(name)}:`;
    const writeValue = of ? objectWriter(schema, of) : writeLeaf;
    return (object) => {
      const value = writeValue(object[key]);
      return value === undefined ? undefined : start + value;
    };
  });
}

function writeLeaf(value: unknown): string | undefined {
  return value === undefined ? undefined : jsonText(value);
}

/** Writes a value that is made of objects: one, a list of them, or null. */
function objectWriter(
  schema: GraphQLSchema,
  groups: readonly RequiredFields[],
): (value: unknown) => string | undefined {
  const byType = new Map<unknown, FieldWriter[]>();
  const writersFor = (typename: unknown): FieldWriter[] => {
    const fitting = groups.filter(
      ({ type }) =>
        type === undefined || (typeof typename === "string" && typeMatches(schema, typename, type)),
    );
    return fieldWriters(schema, distinct(fitting.flatMap(({ fields }) => fields)));
  };
  const write = (value: unknown): string | undefined => {
    if (value === null) return "null";
    if (Array.isArray(value)) return writeList(value, write);
    if (!isObject(value)) return undefined;
    const typename = value["__typename"];
    let writers = byType.get(typename);
    if (!writers) byType.set(typename, (writers = writersFor(typename)));
    const fields = writeFields(value, writers);
    return fields === undefined ? undefined : `{${fields.slice(1)}}`;
  };
  return write;
}

function writeList(
  values: readonly unknown[],
  write: (value: unknown) => string | undefined,
): string | undefined {
  const texts: string[] = [];
  for (const value of values) {
    const text = write(value);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `[${texts.join(",")}]`;
}
