import { getNamedType, isListType, isNonNullType, isObjectType } from "graphql";
import type { ViewerSchema } from "../gateway/viewer-schema.ts";

/**
 * The type of the objects that a field leads to when there are several, each protected as a whole: whether one is seen
 * turns on its own facts, so that asking about the field would not tell of this one.
 */
export function decidedOneByOne({ schema, facts }: ViewerSchema, coordinate: string): string | undefined {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  const holder = schema.getType(typeName);
  const type = isObjectType(holder) ? holder.getFields()[fieldName]?.type : undefined;
  if (!type || !isListType(isNonNullType(type) ? type.ofType : type)) return undefined;
  const { name } = getNamedType(type);
  return (facts.types[name]?.classes ?? []).length > 0 ? name : undefined;
}
