export * from "./fact.ts";
export * from "./inject-by.ts";
export * from "./read-declarations.ts";
export * from "./read-facts.ts";
export * from "./specification.ts";
export * from "./specification-links.ts";
