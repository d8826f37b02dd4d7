import {
  type GraphQLOutputType,
  type GraphQLSchema,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { isObject } from "../query/answer/gathered.ts";
import { typeMatches } from "../query/answer/type-match.ts";
import { leafWriterFor } from "./leaf-writer.ts";
import { type ObjectWriter, REFUSED_OBJECT, type ValueWriter } from "./object-writer.ts";
import type { AnswerPath } from "./writing.ts";

/** Where values are written. */
export interface ValuePlace<Context> {
  readonly apiSchema: GraphQLSchema;
  readonly path: AnswerPath;
  /** Makes the writer for the objects of one runtime type that are met at this path. */
  readonly objectsOf: (type: string, path: AnswerPath) => ObjectWriter<Context>;
}

/** The writer for the values of a type. */
export function valueWriter<Context>(
  type: GraphQLOutputType,
  place: ValuePlace<Context>,
  nonNull = false,
): ValueWriter<Context> {
  if (isNonNullType(type)) return valueWriter(type.ofType, place, true);
  if (isListType(type)) return listWriter(type.ofType, place);
  if (isLeafType(type)) return leafWriterFor(type, { path: place.path, nonNull });
  return isObjectType(type) ? oneTypeWriter(type.name, place) : abstractWriter(type.name, place, nonNull);
}

function listWriter<Context>(element: GraphQLOutputType, place: ValuePlace<Context>): ValueWriter<Context> {
  const { path } = place;
  const slot = path.filter((step) => typeof step === "number").length;
  const inside = [...path, slot];
  const write = valueWriter(element, { ...place, path: inside });
  const nonNull = isNonNullType(element);
  return (values, writing) => {
    if (!Array.isArray(values)) return writing.refuse(path);
    const texts: string[] = [];
    for (let index = 0; index < values.length; index += 1) {
      writing.indexes[slot] = texts.length;
      const value: unknown = values[index];
      let written: string | undefined;
      if (value !== null && value !== undefined) written = write(value, writing);
      else writing.explainNull({ container: values, key: index, path: inside, nonNull });
      if (written === REFUSED_OBJECT) continue;
      if (written === undefined && nonNull) return undefined;
      texts.push(written ?? "null");
    }
    return `[${texts.join(",")}]`;
  };
}

function oneTypeWriter<Context>(
  type: string,
  { path, objectsOf }: ValuePlace<Context>,
): ValueWriter<Context> {
  let write: ObjectWriter<Context> | undefined;
  return (value, writing) => {
    if (!isObject(value)) return writing.refuse(path);
    write ??= objectsOf(type, path);
    return write(value, writing);
  };
}

/** Decides by the type that an object has at run time, never by the interface that the client used to reach it. */
function abstractWriter<Context>(
  type: string,
  { apiSchema, path, objectsOf }: ValuePlace<Context>,
  nonNull: boolean,
): ValueWriter<Context> {
  const byType = new Map<string, ObjectWriter<Context>>();
  return (value, writing) => {
    if (!isObject(value)) return writing.refuse(path);
    const typename = typeof value["__typename"] === "string" ? value["__typename"] : type;
    let write = byType.get(typename);
    if (!write) {
      // Partners' type names were checked when they arrived, so what is not here is inaccessible: it reads like nothing.
      if (!typeMatches(apiSchema, typename, type)) return nonNull ? writing.refuse(path) : undefined;
      byType.set(typename, (write = objectsOf(typename, path)));
    }
    return write(value, writing);
  };
}
