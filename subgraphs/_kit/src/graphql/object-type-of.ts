import type { EntityClass } from "@mikro-orm/core";
import { getMetadataStorage } from "type-graphql";

/** The GraphQL type that an entity is at once; undefined for one that is stored only. */
export function objectTypeOf(entity: EntityClass<object>): string | undefined {
  return getMetadataStorage().objectTypes.find(({ target }) => target === entity)?.name;
}
