export * from "./create-decider.ts";
export type * from "./verdict.ts";
