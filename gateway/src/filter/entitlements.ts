import { byDataClass, type DataClass, type Viewer } from "@maillon/schema";
import {
  type DecisionSources,
  type Entitlement,
  ENTITLEMENTS,
  entitlementTo,
  matteringFacts,
} from "@maillon/schema/policy";
import type { FactName } from "@maillon/schema/visibility";
import type { NeededClasses } from "./visibility-rules.ts";

/** What a viewer is entitled to read of each class. */
export type Entitlements = Readonly<Record<DataClass, Entitlement>>;

/** Works out the entitlements of one viewer, as long as the epoch lasts. */
export function entitlementsOf(sources: DecisionSources, viewer: Viewer): Entitlements {
  return byDataClass((each) => entitlementTo(sources, viewer, each));
}

/** The facts that decisions on each class can turn on. */
export type FactsByClass = Readonly<Record<DataClass, readonly FactName[]>>;

/** Finds the facts that matter to one viewer, as long as the epoch lasts: the fewer, the less owners have to send. */
export function factsByClass(sources: DecisionSources, viewer: Viewer): FactsByClass {
  return byDataClass((each) => matteringFacts(sources, viewer, each));
}

/** The entitlement to a field that needs several classes, or none that anybody has. */
export function entitlementToAll(entitlements: Entitlements, needed: NeededClasses): Entitlement {
  const found = new Set(needed.map((each) => entitlements[each]));
  return ENTITLEMENTS.find((each) => found.has(each)) ?? "hidden";
}

/** Whether nothing may be read, whatever the object. */
export function isRefusal(entitlement: Entitlement): boolean {
  return entitlement === "refused" || entitlement === "hidden";
}

/** Whether what may be read, or be told, depends on the object. */
export function dependsOnFacts(entitlement: Entitlement): boolean {
  return entitlement === "depends" || entitlement === "refused";
}
