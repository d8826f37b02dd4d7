import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from "graphql";

/** Whether a type, named as it is found at run time, is or implements the type of a condition. */
export function typeMatches(schema: GraphQLSchema, actual: string, condition: string | undefined): boolean {
  if (condition === undefined || actual === condition) return true;
  const type = schema.getType(actual);
  const wanted = schema.getType(condition);
  return (
    isAbstractType(wanted) && (isObjectType(type) || isInterfaceType(type)) && schema.isSubType(wanted, type)
  );
}

/** Whether a name is the name of an interface or union. */
export function isAbstractName(schema: GraphQLSchema): (typename: string) => boolean {
  return (typename) => isAbstractType(schema.getType(typename));
}
