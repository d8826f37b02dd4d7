import { getNamedType, isObjectType } from "graphql";
import { wholeClasses } from "../gateway/schema-facts.ts";
import type { ViewerSchema } from "../gateway/viewer-schema.ts";

/**
 * The type of a field when its objects are protected as a whole: whether one is seen turns on its own facts, not on
 * those of the object that holds it, so asking about the latter would answer another question.
 */
export function decidedAsWhole({ schema, facts }: ViewerSchema, coordinate: string): string | undefined {
  const [typeName = "", fieldName = ""] = coordinate.split(".");
  const type = schema.getType(typeName);
  const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
  const name = field && getNamedType(field.type).name;
  return name !== undefined && wholeClasses(facts, name).length > 0 ? name : undefined;
}
