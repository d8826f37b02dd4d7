import type { SubgraphContext } from "@maillon/subgraph-kit";
import { consentsOf } from "./consent.ts";
import { holdingsOf } from "./customer-holding.ts";
import type { Customer } from "./customer.ts";

/** The companies whose own customer it is today; what the others may know follows from their agreements with these. */
export async function ownersOf(customerId: string, context: SubgraphContext): Promise<string[]> {
  const holdings = await context.load(holdingsOf, customerId);
  return holdings.filter(({ role }) => role === "OWNER").map(({ organizationId }) => organizationId);
}

/** The companies that hold the customer beside its owner today, by co-ownership or as intermediaries. */
export async function coHoldersOf(customerId: string, context: SubgraphContext): Promise<string[]> {
  const holdings = await context.load(holdingsOf, customerId);
  return holdings.filter(({ role }) => role !== "OWNER").map(({ organizationId }) => organizationId);
}

/** The purposes for which a lawful basis is in force, as far as the viewer may read consents; none allows nothing. */
export async function purposesFor({ id, kind }: Customer, context: SubgraphContext): Promise<string[]> {
  if (kind !== "CONSUMER") return ["NOT_PERSONAL"];
  const consents = await context.load(consentsOf, id);
  const inForce = consents.filter(({ granted, withdrawnAt }) => granted && withdrawnAt === null);
  return [...new Set(inForce.map(({ purpose }) => purpose))];
}
