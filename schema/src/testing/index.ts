export * from "./ask-while-stopping.ts";
export * from "./chain.ts";
export * from "./ledger-keeper.ts";
export * from "./on-this-day.ts";
export * from "./proof.ts";
export * from "./clauses.ts";
export * from "./matrix/objects.ts";
export * from "./matrix/read-matrix.ts";
export { type DrawNumber, drawFrom, hostileDocument } from "./hostile-document.ts";
