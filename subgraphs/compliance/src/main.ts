import { runSubgraph } from "@maillon/subgraph-kit";
import { complianceSubgraph } from "./subgraph.ts";

await runSubgraph(complianceSubgraph);
