import type { TestSubgraph } from "@maillon/subgraph-kit/testing";
import type { Viewer } from "@maillon/schema";
import type { EntityClass } from "@mikro-orm/core";
import { customers } from "../subgraph.ts";

/** The two ways in which a row rule is enforced, each to be tested without the other. */
export const BELTS = ["the query", "row-level security"] as const;

/** What a viewer gets of a table when one belt alone holds. */
export interface Look {
  readonly belt: (typeof BELTS)[number];
  readonly viewer: Viewer;
  readonly entity: EntityClass<object>;
  readonly table: string;
  /** The column that the rows are told by. */
  readonly column: string;
}

/** The values of a column in all rows that a viewer can get hold of, in their order. */
export async function valuesSeen(chain: TestSubgraph, look: Look): Promise<string[]> {
  const { belt, viewer, entity, table, column } = look;
  const em = chain.database.as(viewer);
  if (belt === "row-level security") {
    // Written by hand, so that no filter is added to it.
    const rows: { value: string }[] = await em.execute(`select ${column} as value from ${table} order by 1`);
    return rows.map(({ value }) => value);
  }
  await switchOffRowSecurity(chain);
  const meta = em.getMetadata(entity);
  const property = meta.props.find(({ fieldNames }) => fieldNames?.includes(column));
  const rows = await em.find(entity, {});
  const values = rows.map((row) =>
    String(Object.entries(row).find(([name]) => name === property?.name)?.[1]),
  );
  return values.toSorted();
}

async function switchOffRowSecurity({ owner }: TestSubgraph): Promise<void> {
  const em = owner.asOwner();
  for (const entity of customers.entities) {
    await em.execute(`alter table ${em.getMetadata(entity).tableName} disable row level security`);
  }
}
