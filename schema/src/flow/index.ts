export type { ChainInput, FieldPermit } from "./chain.ts";
export * from "./changed-fields.ts";
export * from "./check-flow.ts";
export * from "./finding.ts";
export * from "./owners-of.ts";
export type { OperatedContract } from "./read-contract.ts";
