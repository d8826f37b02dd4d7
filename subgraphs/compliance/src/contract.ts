import { printContract } from "@maillon/subgraph-kit";
import { complianceSubgraph } from "./subgraph.ts";

printContract(complianceSubgraph);
