export { catalogue } from "./subgraph.ts";
