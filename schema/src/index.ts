export * from "./assertion.ts";
export * from "./viewer.ts";
