export type * from "./fact-column.ts";
export { matteringFacts } from "./mattering-facts.ts";
export * from "./may-be-disclosed.ts";
export { type Entitlement, ENTITLEMENTS, entitlementTo } from "./entitlement.ts";
export type { SessionViewer } from "./session-grant.ts";
export * from "./session-predicate.ts";
export * from "./viewer-record.ts";
