export * from "./assertion.ts";
export * from "./data-class.ts";
export * from "./id.ts";
export * from "./identifiers/index.ts";
export * from "./outcome-code.ts";
export * from "./subgraphs.ts";
export * from "./viewer.ts";
export * from "./outcome-code.ts";
