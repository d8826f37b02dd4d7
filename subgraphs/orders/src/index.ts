export { importers } from "./import/importers.ts";
export { orders } from "./subgraph.ts";
