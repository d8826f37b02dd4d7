import type { FilterQuery } from "@mikro-orm/core";

/** The condition that a property is one of the values. */
export function whereIn<Entity>(property: string, values: readonly string[]): FilterQuery<NoInfer<Entity>> {
  // The compiler cannot follow MikroORM's type of conditions through a type parameter.
  return { [property]: { $in: [...values] } } as unknown as FilterQuery<NoInfer<Entity>>;
}
