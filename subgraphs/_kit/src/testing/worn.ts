import type { DataClass, Viewer } from "@maillon/schema";
import type { AgreementsInForce } from "@maillon/schema/policy";
import { type Client, escapeIdentifier } from "pg";
import { roleNameOf } from "../database/plain-role.ts";
import { sessionVariables } from "../database/session-variables.ts";
import { withClient } from "../database/with-client.ts";
import type { Subgraph } from "../subgraph.ts";
import type { TestSubgraph } from "./open-test-subgraph.ts";

/** A subgraph whose two belts are compared, with the agreements that it was opened with. */
export interface Worn {
  readonly subgraph: Subgraph;
  readonly opened: TestSubgraph;
  readonly agreements: AgreementsInForce;
}

/** How all objects of a type are reached. */
export interface Way {
  /** The whole query; `facts` is what to select on each object. */
  readonly query: (facts: string) => string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What either belt is asked: which of these classes a viewer may read on the objects of a type. */
export interface BeltQuestion extends Way {
  readonly type: string;
  readonly viewer: Viewer;
  readonly classes: readonly DataClass[];
}

/** Reads in a viewer's name as the masked views do, for whom others' rows are hidden as well. */
export async function readAsMask<Result>(
  { opened, agreements }: Worn,
  viewer: Viewer,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  return withClient(opened.ownerUrl, async (client) => {
    for (const [name, value] of Object.entries(sessionVariables(viewer, agreements))) {
      await client.query("select set_config($1, $2, false)", [name, value]);
    }
    const { rows } = await client.query<{ role: string }>(
      "select pg_get_userbyid(nspowner) as role from pg_namespace where nspname = 'masked'",
    );
    await client.query(`set role ${escapeIdentifier(rows[0]?.role ?? (await roleNameOf(client, "mask")))}`);
    return work(client);
  });
}
