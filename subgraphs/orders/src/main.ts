import { runSubgraph } from "@maillon/subgraph-kit";
import { orders } from "./subgraph.ts";

await runSubgraph(orders);
