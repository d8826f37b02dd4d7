import { escapeIdentifier } from "pg";
import { withClient } from "../database/with-client.ts";
import { objectTypeOf } from "../graphql/object-type-of.ts";
import { plansFor } from "../mask/make-masks.ts";
import { rowsFor } from "../mask/mask-view.ts";
import { maskOf } from "../mask/mask.ts";
import { type BeltQuestion, readAsMask, type Worn } from "./worn.ts";

/** What the masks let a viewer read, by the facts in the tables: the classes of each object, sorted. */
export async function ownerBelt(worn: Worn): Promise<(question: BeltQuestion) => Promise<string[]>> {
  const { entities } = worn.subgraph;
  const { plans } = await withClient(worn.opened.ownerUrl, (client) => plansFor(client, entities));
  const types = entities.filter((entity) => maskOf(entity) !== undefined).map(objectTypeOf);
  return async ({ type, viewer, classes }) => {
    const plan = plans[types.indexOf(type)];
    if (plan === undefined) throw new Error(`${type} has no mask.`);
    const columns = classes.map((each) => `may.${escapeIdentifier(each)}`).join(", ");
    const readable = await readAsMask(worn, viewer, (client) =>
      client.query<Record<string, boolean>>(`select ${columns} ${rowsFor(plan, classes)}`),
    );
    return readable.rows.map((row) => classes.filter((each) => row[each]).join(" ")).toSorted();
  };
}
