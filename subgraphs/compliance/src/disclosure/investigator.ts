import type { CompanyViewer } from "@maillon/schema";
import { byId, forbidden, type SubgraphContext } from "@maillon/subgraph-kit";
import { Organization } from "../organization/organization.ts";

/** Someone who may open and close disclosure requests, with the regulator that she acts for. */
export interface Investigator {
  readonly viewer: CompanyViewer;
  readonly regulator: Organization;
}

/**
 * The viewer as one.
 * @throws SubgraphError `FORBIDDEN` unless she has the role compliance at a regulator.
 */
export async function investigatorOf(context: SubgraphContext): Promise<Investigator> {
  const { viewer } = context;
  if (viewer.kind === "company" && viewer.roles.includes("compliance")) {
    const regulator = await context.load(byId(Organization), viewer.organization);
    if (regulator?.roles.includes("REGULATOR")) return { viewer, regulator };
  }
  throw forbidden("Only the role compliance of a regulator opens and closes disclosure requests.");
}
