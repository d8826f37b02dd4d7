import type { Viewer } from "@maillon/schema";
import { type AgreementsInForce, grantorsOf, viewerRecordOf } from "@maillon/schema/policy";
import { textArray } from "./text-array.ts";

/** The settings of a transaction that row-level security and masked views read; each is empty or absent by default. */
export const SETTINGS = {
  /** The company that asks. */
  organization: "maillon.organization",
  /** The customer relations of a consumer who asks, as an array. */
  customers: "maillon.customers",
  /** The companies that let the viewer see anything of theirs, as an array. */
  grantors: "maillon.grantors",
  /** A `ViewerRecord` as JSON: what agreements in force mean for the viewer. */
  record: "maillon.viewer",
} as const;

/** Session variables that bind a transaction to a viewer, under the agreements in force; undefined: none are known. */
export function sessionVariables(
  viewer: Viewer,
  agreements: AgreementsInForce | undefined,
): Record<string, string> {
  if (viewer.kind === "consumer" || agreements === undefined) return variablesOf(viewer, agreements);
  const known = variablesOfCompanies.get(agreements) ?? new Map<string, Record<string, string>>();
  const variables = known.get(viewer.organization) ?? variablesOf(viewer, agreements);
  variablesOfCompanies.set(agreements, known.set(viewer.organization, variables));
  return variables;
}

/**
 * What agreements mean for a company is the same for all its people, and dear to work out for each of their
 * requests.
 */
const variablesOfCompanies = new WeakMap<AgreementsInForce, Map<string, Record<string, string>>>();

function variablesOf(viewer: Viewer, agreements: AgreementsInForce | undefined): Record<string, string> {
  const record = viewerRecordOf(viewer, agreements);
  const company = viewer.kind === "company";
  return {
    [SETTINGS.organization]: company ? viewer.organization : "",
    [SETTINGS.customers]: company ? "" : textArray(viewer.customers),
    [SETTINGS.grantors]: textArray(grantorsOf(record)),
    [SETTINGS.record]: JSON.stringify(record),
  };
}
