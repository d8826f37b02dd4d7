import type { GraphQLSchema } from "graphql";
import { carriesFields } from "../plan/carried-fields.ts";
import type { EntityFetch, RequiredField, RequiredFields } from "../plan/plan.ts";
import type { Supergraph } from "../plan/supergraph.ts";
import { type GatheredObject, isObject } from "./gathered.ts";
import { jsonText } from "./json-text.ts";
import { sentType } from "./key-echo.ts";
import { typeMatches } from "./type-match.ts";

/** Writes the representation of an object as JSON text; undefined when something that it needs is not known. */
export type RepresentationWriter = (object: GatheredObject) => string | undefined;

type WriterSupergraph = Pick<Supergraph, "schema" | "keys">;
type WriterFetch = Pick<EntityFetch, "representations" | "sentAs" | "subgraph">;

/** Writes `,"name":value`, or undefined when the value is not known. */
type FieldWriter = (object: GatheredObject) => string | undefined;

/**
 * Compiles how the objects at one place are represented to the subgraph that is asked for more of them. The JSON text is both
 * what is sent and what duplicates are found by, so no representation ever exists as an object.
 */
export function representationWriter(supergraph: WriterSupergraph, fetch: WriterFetch): RepresentationWriter {
  const byType = new Map<string, RepresentationWriter>();
  return (object) => {
    const typename = object["__typename"];
    if (typeof typename !== "string") return undefined;
    let write = byType.get(typename);
    if (!write) byType.set(typename, (write = writerForType(supergraph, fetch, typename)));
    return write(object);
  };
}

/** Objects of a type for which the plan brings no key together are not what it asks about. */
function writerForType(
  { schema, keys }: WriterSupergraph,
  { representations, sentAs, subgraph }: WriterFetch,
  typename: string,
): RepresentationWriter {
  const fitting = representations.filter(({ type }) => typeMatches(schema, typename, type));
  const fields = distinct(fitting.flatMap((each) => each.fields));
  const sent = sentType(schema, sentAs, typename);
  if (!keys.keysOf(subgraph, sent).some((key) => carriesFields(fields, key.fields))) return () => undefined;
  const writers = fieldWriters(schema, fields);
  const start = `{"__typename":${JSON.stringify(sent)}`;
  return (object) => {
    const text = writeFields(object, writers);
    return text === undefined ? undefined : `${start}${text}}`;
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
