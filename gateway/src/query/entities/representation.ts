import type { GraphQLSchema } from "graphql";
import { carriesFields } from "../../plan/selection/carried-fields.ts";
import type { EntityFetch, RequiredField, RequiredFields } from "../../plan/plan.ts";
import type { Supergraph } from "../../plan/supergraph/supergraph.ts";
import { type GatheredObject, isObject } from "../answer/gathered.ts";
import { jsonText } from "../answer/json-text.ts";
import { sentType } from "./key-echo.ts";
import { selectedFields } from "../../plan/selection/selected-fields.ts";
import type { Follows } from "./place-tree.ts";
import { typeMatches } from "../answer/type-match.ts";

/**
 * Writes the representation of an object as JSON text; undefined when something that it needs is not known. What is required
 * beside the key goes out as null where it may not be followed: whoever computes from it learns as little as the viewer.
 */
export type RepresentationWriter = (object: GatheredObject, follows?: Follows) => string | undefined;

type WriterSupergraph = Pick<Supergraph, "schema" | "keys">;
type WriterFetch = Pick<EntityFetch, "representations" | "sentAs" | "subgraph">;

/** Writes `,"name":value`, or undefined when the value is not known. */
type FieldWriter = (object: GatheredObject, follows: Follows | undefined) => string | undefined;

/**
 * Compiles how the objects at one place are represented to the subgraph that is asked for more of them. The JSON text is both
 * what is sent and what duplicates are found by, so no representation ever exists as an object.
 */
export function representationWriter(supergraph: WriterSupergraph, fetch: WriterFetch): RepresentationWriter {
  const byType = new Map<string, RepresentationWriter>();
  return (object, follows) => {
    const typename = object["__typename"];
    if (typeof typename !== "string") return undefined;
    let write = byType.get(typename);
    if (!write) byType.set(typename, (write = writerForType(supergraph, fetch, typename)));
    return write(object, follows);
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
  const known = keys.keysOf(subgraph, sent);
  if (!known.some((key) => carriesFields(fields, key.fields))) return () => undefined;
  const inKeys = new Set(
    known.flatMap((key) => selectedFields(key.fields).map(({ field }) => field.name.value)),
  );
  // Whether an object may be asked about is decided before it is represented; what else goes with it, here.
  const writers = fieldWriters(schema, fields).map((write, index) => {
    const { key = "", name = "" } = fields[index] ?? {};
    return inKeys.has(name) ? ofKey(write) : unlessRefused(write, key, name);
  });
  const start = `{"__typename":${JSON.stringify(sent)}`;
  return (object, follows) => {
    const text = writeFields(object, writers, follows);
    return text === undefined ? undefined : `${start}${text}}`;
  };
}

function ofKey(write: FieldWriter): FieldWriter {
  return (object) => write(object, undefined);
}

function unlessRefused(write: FieldWriter, key: string, name: string): FieldWriter {
  if (name === "__typename") return write;
  const refused = `,${JSON.stringify(name)}:null`;
  return (object, follows) => (follows?.(object)?.(key) === false ? refused : write(object, follows));
}

/** What is sent under one name is one field: of its value goes all that was named for any type around it. */
function distinct(fields: readonly RequiredField[]): RequiredField[] {
  const byName = new Map<string, RequiredField>();
  for (const field of fields) {
    const of = [...(byName.get(field.name)?.of ?? []), ...(field.of ?? [])];
    byName.set(field.name, { ...field, ...(of.length > 0 && { of }) });
  }
  return [...byName.values()];
}

function writeFields(
  object: GatheredObject,
  writers: readonly FieldWriter[],
  follows: Follows | undefined,
): string | undefined {
  let text = "";
  for (const write of writers) {
    const field = write(object, follows);
    if (field === undefined) return undefined;
    text += field;
  }
  return text;
}

function fieldWriters(schema: GraphQLSchema, fields: readonly RequiredField[]): FieldWriter[] {
  return fields.map(({ key, name, of }) => {
    const start = `,${JSON.stringify(name)}:`;
    const writeValue = of ? objectWriter(schema, of) : writeLeaf;
    return (object, follows) => {
      const value = writeValue(object[key], follows);
      return value === undefined ? undefined : start + value;
    };
  });
}

function writeLeaf(value: unknown): string | undefined {
  return value === undefined ? undefined : jsonText(value);
}

type ValueWriter = (value: unknown, follows: Follows | undefined) => string | undefined;

/** Writes a value that is made of objects: one, a list of them, or null. */
function objectWriter(schema: GraphQLSchema, groups: readonly RequiredFields[]): ValueWriter {
  const byType = new Map<unknown, FieldWriter[]>();
  const writersFor = (typename: unknown): FieldWriter[] => {
    const fitting = groups.filter(({ types }) =>
      types.every((type) => typeof typename === "string" && typeMatches(schema, typename, type)),
    );
    const fields = distinct(fitting.flatMap((each) => each.fields));
    return fieldWriters(schema, fields).map((write, index) => {
      const { key = "", name = "" } = fields[index] ?? {};
      return unlessRefused(write, key, name);
    });
  };
  const write: ValueWriter = (value, follows) => {
    if (value === null) return "null";
    if (Array.isArray(value)) return writeList(value, (each) => write(each, follows));
    if (!isObject(value)) return undefined;
    const typename = value["__typename"];
    let writers = byType.get(typename);
    if (!writers) byType.set(typename, (writers = writersFor(typename)));
    const fields = writeFields(value, writers, follows);
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
