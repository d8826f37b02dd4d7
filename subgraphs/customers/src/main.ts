import { runSubgraph } from "@maillon/subgraph-kit";
import { customers } from "./subgraph.ts";

await runSubgraph(customers);
