import { byId, forbidden } from "@maillon/subgraph-kit";
import type { SubgraphContext } from "@maillon/subgraph-kit";
import { Company } from "./company.ts";

/**
 * The company that the viewer acts for, if it is a manufacturer and the viewer has the role there.
 * @throws SubgraphError `FORBIDDEN` that says who may.
 */
export async function requireManufacturer(role: string, context: SubgraphContext): Promise<string> {
  const { viewer } = context;
  if (viewer.kind !== "company" || !viewer.roles.includes(role)) {
    throw forbidden(`Only the role "${role}" of a manufacturer may do this.`);
  }
  const company = await context.load(byId(Company), viewer.organization);
  if (!company?.roles.includes("MANUFACTURER")) throw forbidden("Only a manufacturer may do this.");
  return viewer.organization;
}
