export * from "./assertion.ts";
export * from "./viewer.ts";
export * from "./outcome-code.ts";
