import { defaultFieldResolver, type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from "graphql";
import { badInput } from "../errors.ts";

/** Keys come from the gateway, thousands at a time; `idOf` looks at each. */
const KEYED = new Set(["_entities", "_service"]);

/**
 * Has every field refuse arguments with text that no database can hold, before its resolver sees them: U+0000 and
 * halves of surrogate pairs would otherwise fail deep inside, and read like a fault of the company that was asked.
 */
export function refuseBrokenText(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    for (const field of Object.values(type.getFields())) {
      if (field.args.length === 0 || KEYED.has(field.name)) continue;
      field.resolve = afterCheck(field.resolve ?? defaultFieldResolver);
    }
  }
}

function afterCheck<Source, Context>(
  resolve: GraphQLFieldResolver<Source, Context>,
): GraphQLFieldResolver<Source, Context> {
  return (...asked) => {
    const [, args] = asked;
    for (const [name, value] of Object.entries(args)) refuseBroken(value, name);
    return resolve(...asked);
  };
}

/** Whether PostgreSQL can hold a text, as it is and within JSON. */
export function isWhole(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}

function refuseBroken(value: unknown, path: string): void {
  if (typeof value === "string") {
    if (!isWhole(value)) throw badInput(path, "holds a character that no text may hold");
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) refuseBroken(inner, `${path}.${name}`);
  }
}
