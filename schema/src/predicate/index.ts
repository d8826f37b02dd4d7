export * from "./build-predicate.ts";
export { outlook } from "./condition-for.ts";
export type * from "./fact-column.ts";
