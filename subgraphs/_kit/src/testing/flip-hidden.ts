import type { DataClass, Viewer } from "@maillon/schema";
import { withClient } from "../database/with-client.ts";
import { plansFor } from "../mask/make-masks.ts";
import { mapMaskedEntities } from "../mask/mapped-entities.ts";
import { classesOf } from "../mask/mask.ts";
import { type MaskPlan, rowsFor } from "../mask/mask-view.ts";
import type { Subgraph } from "../subgraph.ts";
import { readAsMask, type Worn } from "./worn.ts";

/** Values of a class, and others in their place. They must be none that decisions depend on. */
export interface Flip {
  readonly table: string;
  /** The class by which policies decide on the values, whatever the table's columns say. */
  readonly dataClass: DataClass;
  /** What the owner of the database writes instead, such as `total_amount = total_amount + 1`. */
  readonly set: string;
  /** SQL that tells the rows of the table apart, with `this` for the row; `this.id` unless told otherwise. */
  readonly key?: string;
}

/**
 * Changes every such value that the viewer may not read, in rows that she finds and in those that she does not, and
 * answers how many rows it changed. What she is told may not differ afterwards.
 */
export async function flipHidden(worn: Worn, viewer: Viewer, flips: readonly Flip[]): Promise<number> {
  const { ownerUrl } = worn.opened;
  const { plans } = await withClient(ownerUrl, (client) => plansFor(client, worn.subgraph.entities));
  let flipped = 0;
  for (const flip of flips) {
    const plan = plans.find(({ table }) => table.name === flip.table);
    if (plan === undefined) throw new Error(`${flip.table} has no mask.`);
    const readable = await readableKeys(worn, viewer, { plan, flip });
    const { table, set, key = "this.id" } = flip;
    const { rowCount } = await withClient(ownerUrl, (client) =>
      client.query(`update ${table} as this set ${set} where not ${key} = any($1)`, [readable]),
    );
    flipped += rowCount ?? 0;
  }
  return flipped;
}

/** The tables that hold something which not everybody may read. A test that flips hidden values must name each. */
export function tablesWithSecrets({ entities }: Subgraph): string[] {
  return mapMaskedEntities(entities)
    .masked.filter(({ entity, mask, properties }) => {
      const classes = [...properties.values()].flatMap((property) => classesOf(entity, property) ?? []);
      return [mask.rows, ...classes].some((each) => each !== "PUBLIC");
    })
    .map(({ table }) => table)
    .toSorted();
}

async function readableKeys(
  worn: Worn,
  viewer: Viewer,
  { plan, flip }: { readonly plan: MaskPlan; readonly flip: Flip },
): Promise<string[]> {
  const { rows } = await readAsMask(worn, viewer, (client) =>
    client.query<{ key: string }>(
      `select ${flip.key ?? "this.id"} as key ${rowsFor(plan, [flip.dataClass])} and may."${flip.dataClass}"`,
    ),
  );
  return rows.map(({ key }) => key);
}
