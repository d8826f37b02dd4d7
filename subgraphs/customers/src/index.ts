export { customers } from "./subgraph.ts";
