import { byId } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Customer } from "../customer/customer.ts";
import { Person } from "./person.ts";

/** The person behind a consumer's relations; null for a company, and for a consumer none of whose relations exists. */
export async function loadMe(context: SubgraphContext): Promise<Person | null> {
  const { viewer } = context;
  if (viewer.kind !== "consumer") return null;
  const relations = await Promise.all(viewer.customers.map((id) => context.load(byId(Customer), id)));
  const personId = relations.map((relation) => relation?.personId).find((id) => typeof id === "string");
  return personId === undefined || personId === null ? null : context.load(byId(Person), personId);
}
