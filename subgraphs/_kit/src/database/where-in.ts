import { type FilterQuery, raw } from "@mikro-orm/core";
import { textArray } from "./text-array.ts";

/** The condition that a property is one of the values: the same text, and so the same plan, however many there are. */
export function whereIn<Entity>(property: string, values: readonly string[]): FilterQuery<NoInfer<Entity>> {
  // The compiler cannot follow MikroORM's type of conditions through a type parameter.
  return { [property]: raw("any(?)", [textArray(values)]) } as unknown as FilterQuery<NoInfer<Entity>>;
}
