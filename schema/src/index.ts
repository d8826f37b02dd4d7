export * from "./assertion.ts";
export * from "./id.ts";
export * from "./identifiers/index.ts";
export * from "./viewer.ts";
export * from "./outcome-code.ts";
