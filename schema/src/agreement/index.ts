export * from "./agreements-in-force.ts";
export * from "./epoch.ts";
export * from "./grant.ts";
export * from "./ledger.ts";
export * from "./lint-clauses.ts";
export * from "./open-ledger.ts";
export * from "./validity.ts";
