export * from "./create-decider.ts";
export * from "./explain.ts";
export { decisionsOfKeeper } from "./keeper.ts";
export { policyRequestFor } from "./policy-request.ts";
export type * from "./verdict.ts";
export * from "./who-can-see.ts";
