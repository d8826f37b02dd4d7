export * from "./changed-fields.ts";
export * from "./check-flow.ts";
export * from "./finding.ts";
export * from "./owners-of.ts";
