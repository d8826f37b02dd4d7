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
  const record = viewerRecordOf(viewer, agreements);
  const company = viewer.kind === "company";
  return {
    [SETTINGS.organization]: company ? viewer.organization : "",
    [SETTINGS.customers]: company ? "" : textArray(viewer.customers),
    [SETTINGS.grantors]: textArray(grantorsOf(record)),
    [SETTINGS.record]: JSON.stringify(record),
  };
}
