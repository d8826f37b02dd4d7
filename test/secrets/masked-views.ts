import type { SubgraphName, Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/policy";
import { sessionVariables, withClient } from "@maillon/subgraph-kit/testing";
import type { Store } from "./chain/store.ts";

/** Where the views that a subgraph's application reads are, and where the tables behind them. */
export type Layer = "masked" | "public";

/** Reads whole relations of a database as a subgraph's application would for a viewer, without any of its code. */
export async function readViews(
  store: Store,
  { subgraph, layer }: { readonly subgraph: SubgraphName; readonly layer: Layer },
  { viewer, agreements }: { readonly viewer: Viewer; readonly agreements: AgreementsInForce | undefined },
): Promise<ReadonlyMap<string, string>> {
  return withClient(store.urlOf(subgraph), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select viewname as name from pg_views where schemaname = 'masked' and not starts_with(viewname, '_') order by 1",
    );
    const found = new Map<string, string>();
    await client.query("begin");
    for (const [name, value] of Object.entries(sessionVariables(viewer, agreements)))
      await client.query("select set_config($1, $2, true)", [name, value]);
    // The tables are out of the application's reach; a mask that was left off is read as their owner would.
    if (layer === "masked") await client.query(`set local role "${subgraph}_app"`);
    for (const { name } of rows) {
      const answer = await client.query<{ row: object }>(
        `select to_jsonb(shown) as row from ${layer}."${name}" as shown order by to_jsonb(shown)::text`,
      );
      found.set(name, JSON.stringify(answer.rows));
    }
    await client.query("rollback");
    return found;
  });
}
