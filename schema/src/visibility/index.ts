export * from "./fact.ts";
export * from "./read-facts.ts";
