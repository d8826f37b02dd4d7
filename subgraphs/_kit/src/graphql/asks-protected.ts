import { BREAK, type DocumentNode, type GraphQLSchema, TypeInfo, visit, visitWithTypeInfo } from "graphql";
import { protectingClasses } from "./describe-readers.ts";

/** Whether a document asks for anything that not everybody may read. */
export function asksProtected(schema: GraphQLSchema, document: DocumentNode): boolean {
  const typeInfo = new TypeInfo(schema);
  let found = false;
  const look = () => {
    const around = [typeInfo.getParentType(), typeInfo.getFieldDef()];
    found = around.some((each) => each && protectingClasses(each).length > 0);
    return found ? BREAK : undefined;
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field: look }));
  return found;
}
