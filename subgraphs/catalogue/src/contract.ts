import { printContract } from "@maillon/subgraph-kit";
import { catalogue } from "./subgraph.ts";

printContract(catalogue);
