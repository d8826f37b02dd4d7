import type { Viewer } from "@maillon/schema";
import { withClient } from "../database/with-client.ts";
import type { TestSubgraph } from "./open-test-subgraph.ts";

/** A value that a viewer may not read, and another one in its place. It must not be one that decisions depend on. */
export interface Flip {
  readonly table: string;
  /** SQL that tells the rows of the table apart; `id` unless told otherwise. */
  readonly key?: string;
  /** The column that is null for whoever may not read the value. */
  readonly column: string;
  /** What the owner of the database writes instead, such as `total_amount = total_amount + 1`. */
  readonly set: string;
}

/**
 * Changes every such value that the viewer does not find, in rows that she sees and in those that she does not, and
 * answers how many. What she is told may not differ afterwards.
 */
export async function flipHidden(
  { database, ownerUrl }: TestSubgraph,
  viewer: Viewer,
  { table, key = "id", column, set }: Flip,
): Promise<number> {
  const found: { key: string }[] = await database
    .as(viewer)
    .execute(`select ${key} as key from ${table} where ${column} is not null`);
  const { rowCount } = await withClient(ownerUrl, (client) =>
    client.query(`update ${table} set ${set} where ${column} is not null and not ${key} = any($1)`, [
      found.map((each) => each.key),
    ]),
  );
  return rowCount ?? 0;
}
