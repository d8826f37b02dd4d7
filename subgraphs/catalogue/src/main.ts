import { runSubgraph } from "@maillon/subgraph-kit";
import { catalogue } from "./subgraph.ts";

await runSubgraph(catalogue);
