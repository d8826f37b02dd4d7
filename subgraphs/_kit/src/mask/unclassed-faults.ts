import type { Subgraph } from "../subgraph.ts";
import { type MappedEntity, mapMaskedEntities } from "./mapped-entities.ts";
import { classesOf } from "./mask.ts";

/** Columns of masked entities of which no data class says who may read them, each with what to write. */
export function unclassedFaults({ entities }: Subgraph): string[] {
  return mapMaskedEntities(entities).masked.flatMap((mapped) => unclassed(mapped));
}

function unclassed({ entity, properties, keys }: MappedEntity): string[] {
  return [...properties.values()]
    .filter((property) => !keys.includes(property) && !classesOf(entity, property))
    .map(
      (property) =>
        `No data class says who may read ${entity.name}.${property}: write @Visible(…) above it if it is a field, @Classed(…) if it is a column that is no field.`,
    );
}
